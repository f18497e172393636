// The spelling under `match:`: `all`, `any`, `not`, `inside`, `where`, ...
#include <fmt/format.h>

#include <algorithm>

#include "analyzers/pattern/condition_reader.h"
#include "analyzers/pattern/formula_reader.h"
#include "base/text.h"

namespace sluice {
namespace {

using FormulaType = FormulaText::Type;

struct Operator {
  std::string_view key;
  FormulaType type;
};
constexpr Operator kOperators[] = {
    {"pattern", FormulaType::Pattern}, {"regex", FormulaType::Regex},   {"all", FormulaType::All},           {"any", FormulaType::Any},
    {"not", FormulaType::Not},         {"inside", FormulaType::Inside}, {"anywhere", FormulaType::Anywhere},
};

const Operator* find_operator(std::string_view key) {
  auto found = std::ranges::find(kOperators, key, &Operator::key);
  return found == std::end(kOperators) ? nullptr : found;
}

bool is_modifier(std::string_view key) { return key == "where" || key == "as" || key == "fix"; }

class Reader {
 public:
  Reader(Positive positive, Errors& errors, const yaml::Node* shared = nullptr, std::span<const std::string_view> other_keys = {})
      : positive_(positive), errors_(errors), shared_(shared), other_keys_(other_keys) {}

  enum class Where : std::uint8_t { InAll, Elsewhere };

  FormulaText read(const yaml::Node& value, Where where) {
    if (!value.is_map() && !value.is_sequence()) return read_leaf(FormulaType::Pattern, value);
    const yaml::Pair* op = operator_of(value);
    if (!op) return {};
    FormulaText formula = read_operator(*op, where);
    return with_modifiers(std::move(formula), value);
  }

  FormulaText read_operator(const yaml::Pair& pair, Where where) {
    const Operator* op = find_operator(pair.key.scalar());
    SLUICE_ASSERT(op, "the caller asked whether the key is an operator");
    if (op->type == FormulaType::Pattern || op->type == FormulaType::Regex) return read_leaf(op->type, pair.value);
    FormulaText formula;
    formula.type = op->type;
    formula.place = pair.key.place();
    if (op->type == FormulaType::All || op->type == FormulaType::Any) {
      read_members(pair, formula);
    } else {
      if (op->type == FormulaType::Not && where == Where::Elsewhere)
        errors_.add(pair.key.place(), "rule-formula", "`not` stands only in `all`: elsewhere there is nothing to take from");
      formula.members.push_back(read(pair.value, Where::Elsewhere));
    }
    return formula;
  }

 private:
  FormulaText read_leaf(FormulaType type, const yaml::Node& value) {
    FormulaText formula;
    formula.type = type;
    formula.place = value.place();
    formula.text = read_text(value, type == FormulaType::Regex ? "regex" : "pattern", errors_);
    return formula;
  }

  // The one operator of the mapping; everything else in it modifies.
  const yaml::Pair* operator_of(const yaml::Node& value) {
    const yaml::Pair* op = nullptr;
    for (const yaml::Pair& pair : value.pairs()) {
      std::string_view key = pair.key.scalar();
      if (is_modifier(key) || (&value == shared_ && std::ranges::find(other_keys_, key) != other_keys_.end())) continue;
      if (!find_operator(key)) unknown(pair);
      else if (op) errors_.add(pair.key.place(), "rule-formula", fmt::format("a formula has one operator; `{}` is there already", op->key.scalar()));
      else op = &pair;
    }
    if (!op) errors_.add(value.place(), "rule-formula", "expected a pattern, or a mapping with one of `pattern`, `regex`, `all`, `any`, `not`, `inside`, `anywhere`");
    return op;
  }

  void unknown(const yaml::Pair& pair) {
    std::vector<std::string_view> known{"where", "as", "fix"};
    for (const Operator& op : kOperators) known.push_back(op.key);
    auto near = nearest(pair.key.scalar(), known);
    errors_.add(pair.key.place(), "rule-formula", fmt::format("`{}` is no operator of `match`{}", pair.key.scalar(), near ? fmt::format("; did you mean `{}`?", *near) : ""));
  }

  void read_members(const yaml::Pair& pair, FormulaText& formula) {
    std::string_view key = pair.key.scalar();
    if (!pair.value.is_sequence() || pair.value.items().empty()) return errors_.add(pair.value.place(), "rule-type", fmt::format("`{}` must be a list that is not empty", key));
    Where where = formula.type == FormulaType::All ? Where::InAll : Where::Elsewhere;
    for (const yaml::Node& item : pair.value.items()) formula.members.push_back(read(item, where));
    bool has_positive = std::ranges::any_of(formula.members, [](const FormulaText& member) { return member.type != FormulaType::Not; });
    if (!has_positive && positive_ == Positive::Needed)
      errors_.add(pair.value.place(), "rule-formula", fmt::format("`{}` has no positive pattern: there is nothing to start from", key));
  }

  // `where`, `as` and `fix` belong to a conjunction; one is made where there is none.
  FormulaText with_modifiers(FormulaText formula, const yaml::Node& value) {
    bool is_modified = std::ranges::any_of(value.pairs(), [](const yaml::Pair& pair) { return is_modifier(pair.key.scalar()); });
    if (!is_modified) return formula;
    if (formula.type == FormulaType::Not) {
      errors_.add(value.place(), "rule-formula", "`where`, `as` and `fix` cannot stand beside `not`: they belong into what it denies");
      return formula;
    }
    if (formula.type != FormulaType::All) {
      FormulaText all;
      all.type = FormulaType::All;
      all.place = formula.place;
      all.members.push_back(std::move(formula));
      formula = std::move(all);
    }
    if (const yaml::Node* where = value.find("where")) read_where(*where, formula);
    if (const yaml::Node* fix = value.find("fix")) formula.fix = std::string(trim(read_text(*fix, "fix", errors_)));
    if (const yaml::Node* as = value.find("as")) {
      formula.as = read_text(*as, "as", errors_);
      check_metavariable(formula.as, as->place(), errors_);
    }
    return formula;
  }

  void read_where(const yaml::Node& where, FormulaText& formula) {
    if (!where.is_sequence()) return errors_.add(where.place(), "rule-type", "`where` must be a list");
    for (const yaml::Node& item : where.items()) {
      if (!item.is_map()) errors_.add(item.place(), "rule-formula", "each item of `where` is a mapping with `comparison`, `focus` or `metavariable`");
      else if (const yaml::Node* focus = item.find("focus")) formula.focus.push_back(read_focus(*focus, errors_));
      else formula.conditions.push_back(read_condition(item));
    }
  }

  ConditionText read_condition(const yaml::Node& item) {
    ConditionText condition;
    condition.place = item.place();
    if (item.has("comparison")) {
      errors_.append(item.unknown_keys({"comparison", "metavariable", "strip", "base"}));
      read_comparison(item, condition, errors_);
      return condition;
    }
    condition.metavariable = read_metavariable(item, errors_);
    if (item.has("type") || item.has("types")) {
      errors_.append(item.unknown_keys({"metavariable", "type", "types", "language"}));
      read_types(item, condition, errors_);
    } else if (item.has("analyzer")) {
      errors_.append(item.unknown_keys({"metavariable", "analyzer", "options"}));
      read_analysis(item, condition, errors_);
    } else if (item.has("regex") && !item.has("language") && !item.has("where")) {
      // Here the value counts, in the classic spelling the code.
      condition.constant_propagation = true;
      errors_.append(item.unknown_keys({"metavariable", "regex", "constant-propagation"}));
      read_regex(item, condition, errors_);
    } else {
      read_pattern_condition(item, condition);
    }
    return condition;
  }

  void read_pattern_condition(const yaml::Node& item, ConditionText& condition) {
    condition.type = ConditionText::Type::Pattern;
    read_language(item, condition, errors_);
    Reader inner(Positive::NotNeeded, errors_);
    const yaml::Pair* op = nullptr;
    for (const yaml::Pair& pair : item.pairs()) {
      std::string_view key = pair.key.scalar();
      if (key == "metavariable" || key == "language" || is_modifier(key)) continue;
      if (find_operator(key) && !op) op = &pair;
      else unknown(pair);
    }
    if (!op) return errors_.add(item.place(), "rule-formula", "expected one of `pattern`, `regex`, `all`, `any`, `type`, `types`, `analyzer` beside `metavariable`");
    condition.formula.push_back(inner.with_modifiers(inner.read_operator(*op, Where::InAll), item));
  }

  Positive positive_;
  Errors& errors_;
  const yaml::Node* shared_;  // the mapping with keys of somebody else; may be null
  std::span<const std::string_view> other_keys_;
};

}  // namespace

bool is_match_operator(std::string_view key) { return find_operator(key) != nullptr; }

FormulaText read_match(const yaml::Node& value, Positive positive, Errors& errors) {
  return Reader(positive, errors).read(value, Reader::Where::Elsewhere);
}

FormulaText read_match_beside(std::span<const std::string_view> other_keys, const yaml::Node& value, Positive positive, Errors& errors) {
  return Reader(positive, errors, &value, other_keys).read(value, Reader::Where::Elsewhere);
}

FormulaText read_match_operator(const yaml::Pair& pair, Positive positive, Errors& errors) {
  return Reader(positive, errors).read_operator(pair, Reader::Where::Elsewhere);
}

}  // namespace sluice
