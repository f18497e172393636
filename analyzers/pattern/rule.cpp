#include "analyzers/pattern/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text.h"
#include "base/yaml.h"

namespace sluice {
namespace {

using FormulaType = FormulaText::Type;

struct Operator {
  std::string_view key;
  FormulaType type;
};
constexpr Operator kMembers[] = {
    {"pattern", FormulaType::Pattern},      {"pattern-regex", FormulaType::Regex},
    {"patterns", FormulaType::All},         {"pattern-either", FormulaType::Any},
    {"pattern-inside", FormulaType::Inside}, {"pattern-not", FormulaType::Not},
    {"pattern-not-inside", FormulaType::NotInside}, {"pattern-not-regex", FormulaType::NotRegex},
};

// Known to the rule language, not to this version: refused by name, never ignored.
constexpr std::string_view kUnsupportedRuleKeys[] = {
    "match", "taint", "pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators", "join", "steps",
    "extract", "fix-regex", "equivalences", "dest-language", "dest-rules", "transform", "reduce",
    "r2c-internal-project-depends-on", "validators", "pattern-where-python"};
constexpr std::string_view kUnsupportedMembers[] = {
    "metavariable-type", "metavariable-analysis", "semgrep-internal-pattern-anywhere", "pattern-where-python",
    "semgrep-internal-metavariable-name"};
constexpr std::string_view kConditions[] = {"metavariable-regex", "metavariable-pattern", "metavariable-comparison"};

bool contains(std::span<const std::string_view> list, std::string_view key) { return std::ranges::find(list, key) != list.end(); }

class RuleReader {
 public:
  explicit RuleReader(Errors& errors) : errors_(errors) {}

  // Nothing when something was wrong; the errors say what.
  std::optional<Rule> read(const yaml::Node& node) {
    std::size_t before = errors_.list.size();
    Rule rule;
    rule.place = node.place();
    if (!node.is_map()) {
      errors_.add(node.place(), "rule-type", "a rule is a mapping with `id`, `message`, `severity`, `languages` and a pattern");
      return std::nullopt;
    }
    check_keys(node);
    read_head(node, rule);
    read_formula(node, rule);
    read_paths(node, rule);
    if (const yaml::Node* fix = node.find("fix")) {
      rule.has_fix = true;
      rule.fix = std::string(trim(text(*fix, "fix")));
    }
    if (const yaml::Node* metadata = node.find("metadata")) read_metadata(*metadata, "", rule);
    if (errors_.list.size() > before) return std::nullopt;
    return rule;
  }

 private:
  void check_keys(const yaml::Node& node) {
    for (const yaml::Pair& pair : node.pairs()) {
      const std::string& key = pair.key.scalar();
      if (contains(kUnsupportedRuleKeys, key))
        errors_.add(pair.key.place(), "rule-unsupported", fmt::format("`{}` is not supported yet", key));
    }
    std::vector<std::string_view> known = {"id",      "message", "severity", "languages",   "pattern",     "patterns", "pattern-either",
                                           "paths",   "fix",     "metadata", "pattern-regex", "mode",      "options",  "min-version",
                                           "max-version"};
    known.insert(known.end(), std::begin(kUnsupportedRuleKeys), std::end(kUnsupportedRuleKeys));
    errors_.append(node.unknown_keys(known));
    if (const yaml::Node* mode = node.find("mode"); mode && mode->scalar() != "search")
      errors_.add(mode->place(), "rule-unsupported", fmt::format("mode `{}` is not supported yet; only `search` is", mode->scalar()));
    if (const yaml::Node* options = node.find("options")) check_options(*options);
  }

  // Options that say what is done anyway are fine.
  void check_options(const yaml::Node& options) {
    constexpr std::pair<std::string_view, std::string_view> kDone[] = {
        {"constant_propagation", "true"}, {"symbolic_propagation", "false"}, {"interfile", "true"}, {"interfile", "false"},
        {"vardef_assign", "true"}, {"arrow_is_function", "true"}, {"let_is_var", "true"}, {"implicit_deep_exprstmt", "true"},
        {"symmetric_eq", "false"}, {"commutative_boolop", "false"}, {"implicit_ellipsis", "true"}};
    for (const yaml::Pair& pair : options.pairs()) {
      auto setting = std::pair<std::string_view, std::string_view>(pair.key.scalar(), pair.value.scalar());
      if (std::ranges::find(kDone, setting) == std::end(kDone))
        errors_.add(pair.key.place(), "rule-unsupported",
                    fmt::format("option `{}: {}` is not supported yet", pair.key.scalar(), pair.value.scalar()));
    }
  }

  std::string text(const yaml::Node& node, std::string_view what) {
    if (node.is_scalar()) return node.scalar();
    errors_.add(node.place(), "rule-type", fmt::format("`{}` must be text", what));
    return {};
  }

  std::string required(const yaml::Node& node, std::string_view key) {
    if (const yaml::Node* found = node.find(key)) return text(*found, key);
    errors_.add(node.place(), "rule-missing-key", fmt::format("the rule has no `{}`", key));
    return {};
  }

  void read_head(const yaml::Node& node, Rule& rule) {
    rule.id = required(node, "id");
    constexpr std::string_view kIdChars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    if (const yaml::Node* id = node.find("id"); id && (rule.id.empty() || rule.id.find_first_not_of(kIdChars) != std::string::npos))
      errors_.add(id->place(), "rule-id", fmt::format("`{}` is no rule id: letters, digits, `.`, `_` and `-`", rule.id));
    rule.message = required(node, "message");
    std::string severity = required(node, "severity");
    if (const yaml::Node* place = node.find("severity")) {
      auto known = severity_of(severity);
      if (known) rule.severity = *known;
      else errors_.add(place->place(), "rule-severity", fmt::format("`{}` is no severity: ERROR, WARNING or INFO", severity));
    }
    read_languages(node, rule);
  }

  static std::optional<Severity> severity_of(std::string_view word) {
    if (word == "ERROR" || word == "CRITICAL" || word == "HIGH") return Severity::Error;
    if (word == "WARNING" || word == "MEDIUM") return Severity::Warning;
    if (word == "INFO" || word == "LOW" || word == "INVENTORY" || word == "EXPERIMENT") return Severity::Info;
    return std::nullopt;
  }

  void read_languages(const yaml::Node& node, Rule& rule) {
    const yaml::Node* languages = node.find("languages");
    if (!languages) return errors_.add(node.place(), "rule-missing-key", "the rule has no `languages`");
    if (!languages->is_sequence() || languages->items().empty())
      return errors_.add(languages->place(), "rule-type", "`languages` must be a list with at least one language");
    for (const yaml::Node& item : languages->items()) {
      auto language = find_language(item.scalar());
      if (!language) {
        std::vector<std::string_view> ids;
        for (const LanguageInfo& known : all_languages()) ids.push_back(known.id);
        auto near = nearest(item.scalar(), ids);
        errors_.add(item.place(), "rule-language",
                    fmt::format("`{}` is no language{}", item.scalar(), near ? fmt::format("; did you mean `{}`?", *near) : ""));
        continue;
      }
      bool is_supported = info(*language).kind == LanguageKind::Analyzed || *language == Language::Regex;
      if (!is_supported) errors_.add(item.place(), "rule-unsupported", fmt::format("language `{}` is not supported yet", item.scalar()));
      rule.languages.push_back(*language);
    }
  }

  void read_formula(const yaml::Node& node, Rule& rule) {
    constexpr std::string_view kRoots[] = {"pattern", "patterns", "pattern-either", "pattern-regex"};
    const yaml::Pair* root = nullptr;
    for (const yaml::Pair& pair : node.pairs()) {
      if (!contains(kRoots, pair.key.scalar())) continue;
      if (root) errors_.add(pair.key.place(), "rule-formula", fmt::format("a rule has one of `pattern`, `patterns`, `pattern-either` and `pattern-regex`; `{}` is there already", root->key.scalar()));
      root = &pair;
    }
    bool has_other = std::ranges::any_of(node.pairs(), [](const yaml::Pair& pair) { return contains(kUnsupportedRuleKeys, pair.key.scalar()); });
    if (root) rule.formula = read_operator(root->key.scalar(), root->value, root->key.place());
    else if (!has_other) errors_.add(node.place(), "rule-missing-key", "the rule has no pattern: one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`");
  }

  FormulaText read_operator(std::string_view key, const yaml::Node& value, const Place& place) {
    FormulaText formula;
    formula.place = place;
    for (const Operator& known : kMembers)
      if (known.key == key) formula.type = known.type;
    switch (formula.type) {
      case FormulaType::Pattern: case FormulaType::Regex: case FormulaType::NotRegex:
        formula.place = value.place();
        formula.text = text(value, key);
        return formula;
      case FormulaType::All: read_members(value, formula); return formula;
      case FormulaType::Any: read_alternatives(value, formula); return formula;
      default:
        formula.members.push_back(read_nested(value, place));
        return formula;
    }
  }

  // The value of pattern-inside, pattern-not, ...: a pattern, or a mapping with one operator.
  FormulaText read_nested(const yaml::Node& value, const Place& place) {
    if (value.is_scalar()) return read_operator("pattern", value, place);
    if (value.is_map() && value.pairs().size() == 1) {
      const yaml::Pair& pair = value.pairs()[0];
      constexpr std::string_view kPositive[] = {"pattern", "pattern-regex", "patterns", "pattern-either"};
      if (contains(kPositive, pair.key.scalar())) return read_operator(pair.key.scalar(), pair.value, pair.key.place());
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
      else if (is_member(key)) formula.members.push_back(read_operator(key, pair->value, pair->key.place()));
      else unknown_member(*pair, "pattern-either");
    }
  }

  static bool is_member(std::string_view key) {
    return std::ranges::any_of(kMembers, [key](const Operator& known) { return known.key == key; });
  }

  void unknown_member(const yaml::Pair& pair, std::string_view of) {
    std::string_view key = pair.key.scalar();
    if (contains(kUnsupportedMembers, key)) return errors_.add(pair.key.place(), "rule-unsupported", fmt::format("`{}` is not supported yet", key));
    std::vector<std::string_view> known{"focus-metavariable"};
    for (const Operator& op : kMembers) known.push_back(op.key);
    known.insert(known.end(), std::begin(kConditions), std::end(kConditions));
    auto near = nearest(key, known);
    errors_.add(pair.key.place(), "rule-formula", fmt::format("`{}` cannot stand in `{}`{}", key, of, near && *near != key ? fmt::format("; did you mean `{}`?", *near) : ""));
  }

  void read_members(const yaml::Node& value, FormulaText& formula) {
    if (!value.is_sequence() || value.items().empty()) return errors_.add(value.place(), "rule-type", "`patterns` must be a list that is not empty");
    for (const yaml::Node& item : value.items()) {
      const yaml::Pair* pair = single_pair(item, "patterns");
      if (!pair) continue;
      std::string_view key = pair->key.scalar();
      if (is_member(key)) formula.members.push_back(read_operator(key, pair->value, pair->key.place()));
      else if (key == "focus-metavariable") read_focus(pair->value, formula);
      else if (contains(kConditions, key)) read_condition(*pair, formula);
      else unknown_member(*pair, "patterns");
    }
    bool has_positive = std::ranges::any_of(formula.members, [](const FormulaText& member) {
      return member.type != FormulaType::Not && member.type != FormulaType::NotInside && member.type != FormulaType::NotRegex;
    });
    if (!has_positive && !inside_condition_)
      errors_.add(value.place(), "rule-formula", "`patterns` has no positive pattern: there is nothing to start from");
  }

  void read_focus(const yaml::Node& value, FormulaText& formula) {
    auto names = value.as_texts();
    if (!names) return errors_.append(names.error());
    for (const std::string& name : *names) check_metavariable(name, value.place());
    formula.focus.push_back(*std::move(names));
  }

  void check_metavariable(std::string_view name, const Place& place) {
    if (!name.starts_with('$')) errors_.add(place, "rule-metavariable", fmt::format("`{}` is no metavariable: it begins with `$`", name));
  }

  void read_condition(const yaml::Pair& pair, FormulaText& formula) {
    const yaml::Node& value = pair.value;
    std::string_view key = pair.key.scalar();
    ConditionText condition;
    condition.place = pair.key.place();
    if (!value.is_map()) return errors_.add(value.place(), "rule-type", fmt::format("`{}` must be a mapping", key));
    if (key != "metavariable-comparison" || value.has("metavariable")) {
      condition.metavariable = required(value, "metavariable");
      if (const yaml::Node* name = value.find("metavariable")) check_metavariable(condition.metavariable, name->place());
    }
    if (key == "metavariable-regex") read_regex_condition(value, condition);
    else if (key == "metavariable-comparison") read_comparison(value, condition);
    else read_pattern_condition(value, condition);
    formula.conditions.push_back(std::move(condition));
  }

  void read_regex_condition(const yaml::Node& value, ConditionText& condition) {
    condition.type = ConditionText::Type::Regex;
    errors_.append(value.unknown_keys({"metavariable", "regex", "constant-propagation"}));
    condition.text = required(value, "regex");
    if (const yaml::Node* regex = value.find("regex")) condition.place = regex->place();
    if (const yaml::Node* flag = value.find("constant-propagation")) {
      auto is_on = flag->as_bool();
      if (is_on) condition.constant_propagation = *is_on;
      else errors_.append(is_on.error());
    }
  }

  void read_comparison(const yaml::Node& value, ConditionText& condition) {
    condition.type = ConditionText::Type::Comparison;
    errors_.append(value.unknown_keys({"metavariable", "comparison", "strip", "base"}));
    condition.text = required(value, "comparison");
    if (const yaml::Node* comparison = value.find("comparison")) condition.place = comparison->place();
    if (const yaml::Node* strip = value.find("strip")) condition.strip = strip->scalar() == "true";
  }

  void read_pattern_condition(const yaml::Node& value, ConditionText& condition) {
    condition.type = ConditionText::Type::Pattern;
    bool was_inside = std::exchange(inside_condition_, true);
    for (const yaml::Pair& member : value.pairs()) {
      std::string_view key = member.key.scalar();
      if (key == "metavariable") continue;
      if (key == "language") errors_.add(member.key.place(), "rule-unsupported", "`language` of `metavariable-pattern` is not supported yet");
      else if (key == "pattern" || key == "patterns" || key == "pattern-either" || key == "pattern-regex") condition.formula.push_back(read_operator(key, member.value, member.key.place()));
      else unknown_member(member, "metavariable-pattern");
    }
    inside_condition_ = was_inside;
    if (condition.formula.size() != 1)
      errors_.add(value.place(), "rule-formula", "`metavariable-pattern` needs exactly one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`");
  }

  void read_paths(const yaml::Node& node, Rule& rule) {
    const yaml::Node* paths = node.find("paths");
    if (!paths) return;
    errors_.append(paths->unknown_keys({"include", "exclude"}));
    for (auto [key, list] : {std::pair{"include", &rule.include_paths}, std::pair{"exclude", &rule.exclude_paths}}) {
      const yaml::Node* globs = paths->find(key);
      if (!globs) continue;
      auto texts = globs->as_texts();
      if (texts) *list = *std::move(texts);
      else errors_.append(texts.error());
    }
  }

  void read_metadata(const yaml::Node& node, const std::string& prefix, Rule& rule) {
    for (const yaml::Pair& pair : node.pairs()) {
      std::string key = prefix.empty() ? pair.key.scalar() : prefix + "." + pair.key.scalar();
      if (pair.value.is_map()) read_metadata(pair.value, key, rule);
      else if (pair.value.is_scalar()) rule.metadata[key].push_back(pair.value.scalar());
      else
        for (const yaml::Node& item : pair.value.items())
          if (item.is_scalar()) rule.metadata[key].push_back(item.scalar());
    }
  }

  Errors& errors_;
  bool inside_condition_ = false;
};

}  // namespace

std::string_view to_string(Severity severity) {
  return severity == Severity::Error ? "ERROR" : severity == Severity::Warning ? "WARNING" : "INFO";
}

std::string Rule::first_metadata(std::string_view key) const {
  auto found = metadata.find(std::string(key));
  return found == metadata.end() || found->second.empty() ? std::string() : found->second.front();
}

Result<std::vector<Rule>> parse_rules(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  const yaml::Node& root = document.root();
  const yaml::Node* list = root.is_sequence() ? &root : root.find("rules");
  if (!list || !list->is_sequence()) return fail(root.place(), "rule-file", "a rule file holds `rules:` with a list of rules");
  Errors errors;
  if (root.is_map()) errors.append(root.unknown_keys({"rules"}));
  std::vector<Rule> rules;
  std::set<std::string> ids;
  RuleReader reader(errors);
  for (const yaml::Node& item : list->items()) {
    auto rule = reader.read(item);
    if (!rule) continue;
    if (!ids.insert(rule->id).second) errors.add(rule->place, "rule-duplicate", fmt::format("rule id `{}` is used twice", rule->id));
    rules.push_back(*std::move(rule));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return rules;
}

}  // namespace sluice
