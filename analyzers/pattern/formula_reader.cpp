// The classic spelling: `patterns`, `pattern-inside`, `metavariable-regex`, ...
#include "analyzers/pattern/formula_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/pattern/condition_reader.h"
#include "base/text.h"

namespace sluice {
namespace {

using FormulaType = FormulaText::Type;

// An operator's key, and what stands around what its value says.
enum class Around : std::uint8_t { Nothing, Inside, Anywhere, Not, NotInside, NotRegex };
struct Operator {
  std::string_view key;
  FormulaType type;  // of the value, when it is not wrapped
  Around around = Around::Nothing;
};
constexpr Operator kOperators[] = {
    {"pattern", FormulaType::Pattern},
    {"pattern-regex", FormulaType::Regex},
    {"patterns", FormulaType::All},
    {"pattern-either", FormulaType::Any},
    {"pattern-inside", FormulaType::Pattern, Around::Inside},
    {"semgrep-internal-pattern-anywhere", FormulaType::Pattern, Around::Anywhere},
    {"pattern-not", FormulaType::Pattern, Around::Not},
    {"pattern-not-inside", FormulaType::Pattern, Around::NotInside},
    {"pattern-not-regex", FormulaType::Regex, Around::NotRegex},
};

struct ConditionKey {
  std::string_view key;
  void (*read)(const yaml::Node& node, ConditionText& condition, Errors& errors);
  std::vector<std::string_view> keys;  // beside `metavariable`
};
const std::vector<ConditionKey>& condition_keys() {
  static const std::vector<ConditionKey> keys = {
      {"metavariable-regex", read_regex, {"regex", "constant-propagation"}},
      {"metavariable-comparison", read_comparison, {"comparison", "strip", "base"}},
      {"metavariable-type", read_types, {"type", "types", "language"}},
      {"metavariable-analysis", read_analysis, {"analyzer", "options"}},
  };
  return keys;
}

const Operator* find_operator(std::string_view key) {
  auto found = std::ranges::find(kOperators, key, &Operator::key);
  return found == std::end(kOperators) ? nullptr : found;
}

FormulaText wrapped(FormulaType type, FormulaText member) {
  FormulaText formula;
  formula.type = type;
  formula.place = member.place;
  formula.members.push_back(std::move(member));
  return formula;
}

class Reader {
 public:
  Reader(Positive positive, Errors& errors) : positive_(positive), errors_(errors) {}

  FormulaText read(std::string_view key, const yaml::Node& value, const Place& place) {
    const Operator* op = find_operator(key);
    SLUICE_ASSERT(op, "the caller asked whether the key is an operator");
    switch (op->around) {
      case Around::Nothing: return read_plain(*op, value, place);
      case Around::Inside: return wrapped(FormulaType::Inside, read_nested(value, place));
      case Around::Anywhere: return wrapped(FormulaType::Anywhere, read_nested(value, place));
      case Around::Not: return wrapped(FormulaType::Not, read_nested(value, place));
      case Around::NotInside: return wrapped(FormulaType::Not, wrapped(FormulaType::Inside, read_nested(value, place)));
      case Around::NotRegex: return wrapped(FormulaType::Not, read_plain(*op, value, place));
    }
    return {};
  }

 private:
  FormulaText read_plain(const Operator& op, const yaml::Node& value, const Place& place) {
    FormulaText formula;
    formula.type = op.type;
    formula.place = place;
    if (op.type == FormulaType::All) read_members(value, formula);
    else if (op.type == FormulaType::Any) read_alternatives(value, formula);
    else formula.place = value.place(), formula.text = read_text(value, op.key, errors_);
    return formula;
  }

  // The value of pattern-inside, pattern-not, ...: a pattern, or a mapping with one operator.
  FormulaText read_nested(const yaml::Node& value, const Place& place) {
    if (!value.is_map() && !value.is_sequence()) return read("pattern", value, place);
    if (value.is_map() && value.pairs().size() == 1) {
      const yaml::Pair& pair = value.pairs()[0];
      if (is_formula_root(pair.key.scalar())) return read(pair.key.scalar(), pair.value, pair.key.place());
    }
    errors_.add(value.place(), "rule-formula", "expected a pattern, or a mapping with one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`");
    return {};
  }

  const yaml::Pair* single_pair(const yaml::Node& item, std::string_view of) {
    if (item.is_map() && item.pairs().size() == 1) return &item.pairs()[0];
    errors_.add(item.place(), "rule-formula", fmt::format("each item of `{}` is a mapping with exactly one key", of));
    return nullptr;
  }

  void read_alternatives(const yaml::Node& value, FormulaText& formula) {
    if (!value.is_sequence() || value.items().empty()) return errors_.add(value.place(), "rule-type", "`pattern-either` must be a list that is not empty");
    for (const yaml::Node& item : value.items()) {
      const yaml::Pair* pair = single_pair(item, "pattern-either");
      if (!pair) continue;
      std::string_view key = pair->key.scalar();
      if (key.starts_with("pattern-not")) errors_.add(pair->key.place(), "rule-formula", fmt::format("`{}` cannot stand in `pattern-either`: what matches would be everything else", key));
      else if (find_operator(key)) formula.members.push_back(read(key, pair->value, pair->key.place()));
      else unknown_member(*pair, "pattern-either");
    }
  }

  void unknown_member(const yaml::Pair& pair, std::string_view of) {
    std::string_view key = pair.key.scalar();
    if (key == "pattern-where-python") return errors_.add(pair.key.place(), "rule-unsupported", "`pattern-where-python` runs code of the rule and is not supported; say it with `metavariable-comparison`");
    std::vector<std::string_view> known{"focus-metavariable", "metavariable-pattern"};
    for (const Operator& op : kOperators) known.push_back(op.key);
    for (const ConditionKey& condition : condition_keys()) known.push_back(condition.key);
    auto near = nearest(key, known);
    errors_.add(pair.key.place(), "rule-formula", fmt::format("`{}` cannot stand in `{}`{}", key, of, near && *near != key ? fmt::format("; did you mean `{}`?", *near) : ""));
  }

  void read_members(const yaml::Node& value, FormulaText& formula) {
    if (!value.is_sequence() || value.items().empty()) return errors_.add(value.place(), "rule-type", "`patterns` must be a list that is not empty");
    for (const yaml::Node& item : value.items()) {
      const yaml::Pair* pair = single_pair(item, "patterns");
      if (pair) read_member(*pair, formula);
    }
    bool has_positive = std::ranges::any_of(formula.members, [](const FormulaText& member) { return member.type != FormulaType::Not; });
    if (!has_positive && positive_ == Positive::Needed)
      errors_.add(value.place(), "rule-formula", "`patterns` has no positive pattern: there is nothing to start from");
  }

  void read_member(const yaml::Pair& pair, FormulaText& formula) {
    std::string_view key = pair.key.scalar();
    if (find_operator(key)) return formula.members.push_back(read(key, pair.value, pair.key.place()));
    if (key == "focus-metavariable") return formula.focus.push_back(read_focus(pair.value, errors_));
    bool is_condition = key == "metavariable-pattern" || std::ranges::find(condition_keys(), key, &ConditionKey::key) != condition_keys().end();
    if (is_condition) read_condition(pair, formula);
    else unknown_member(pair, "patterns");
  }

  void read_condition(const yaml::Pair& pair, FormulaText& formula) {
    const yaml::Node& value = pair.value;
    std::string_view key = pair.key.scalar();
    if (!value.is_map()) return errors_.add(value.place(), "rule-type", fmt::format("`{}` must be a mapping", key));
    ConditionText condition;
    condition.place = pair.key.place();
    if (key != "metavariable-comparison" || value.has("metavariable")) condition.metavariable = read_metavariable(value, errors_);
    if (key == "metavariable-pattern") {
      read_pattern_condition(value, condition);
    } else {
      auto known = std::ranges::find(condition_keys(), key, &ConditionKey::key);
      std::vector<std::string_view> keys = known->keys;
      keys.push_back("metavariable");
      errors_.append(value.unknown_keys(keys));
      known->read(value, condition, errors_);
    }
    formula.conditions.push_back(std::move(condition));
  }

  void read_pattern_condition(const yaml::Node& value, ConditionText& condition) {
    condition.type = ConditionText::Type::Pattern;
    read_language(value, condition, errors_);
    for (const yaml::Pair& member : value.pairs()) {
      std::string_view key = member.key.scalar();
      if (key == "metavariable" || key == "language") continue;
      if (is_formula_root(key)) condition.formula.push_back(read_formula(member, Positive::NotNeeded, errors_));
      else unknown_member(member, "metavariable-pattern");
    }
    if (condition.formula.size() != 1)
      errors_.add(value.place(), "rule-formula", "`metavariable-pattern` needs exactly one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`");
  }

  Positive positive_;
  Errors& errors_;
};

}  // namespace

bool is_formula_root(std::string_view key) {
  return key == "pattern" || key == "patterns" || key == "pattern-either" || key == "pattern-regex";
}

FormulaText read_formula(const yaml::Pair& root, Positive positive, Errors& errors) {
  return Reader(positive, errors).read(root.key.scalar(), root.value, root.key.place());
}

}  // namespace sluice
