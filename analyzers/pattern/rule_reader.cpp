// Rules in YAML become Rules: everything but the formula, which formula_reader.h reads.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "analyzers/pattern/condition_reader.h"
#include "analyzers/pattern/extract_reader.h"
#include "analyzers/pattern/formula_reader.h"
#include "analyzers/pattern/join_reader.h"
#include "analyzers/pattern/rule.h"
#include "analyzers/pattern/taint_reader.h"
#include "base/text.h"
#include "base/yaml.h"

namespace sluice {
namespace {

// What rules of other engines' reach have besides; read over without a word.
constexpr std::string_view kInertKeys[] = {"equivalences", "validators", "r2c-internal-project-depends-on", "product", "severities"};
constexpr std::string_view kKeys[] = {"id",       "message", "severity", "languages",   "pattern",     "patterns", "pattern-either", "pattern-regex",
                                      "match",    "paths",   "fix",      "fix-regex",   "metadata",    "mode",     "options",        "min-version",
                                      "max-version", "taint", "join",    "steps",       "pattern-sources", "pattern-sinks", "pattern-sanitizers",
                                      "pattern-propagators", "extract", "dest-language", "dest-rules", "transform", "reduce"};

// The version of the rule language that `min-version` and `max-version` are compared with.
constexpr std::array<int, 3> kLanguageVersion = {1, 100, 0};

std::optional<std::array<int, 3>> version_of(std::string_view text) {
  std::array<int, 3> version{};
  std::size_t at = 0;
  for (std::string_view part : split(text, '.')) {
    if (at == version.size()) return std::nullopt;
    auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), version[at++]);
    if (error != std::errc{} || stop != part.data() + part.size()) return std::nullopt;
  }
  return version;
}

class RuleReader {
 public:
  RuleReader(Errors& errors, Errors& warnings) : errors_(errors), warnings_(warnings) {}

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
    read_body(node, rule);
    if (const yaml::Node* options = node.find("options")) rule.options = read_rule_options(*options, errors_, warnings_);
    read_paths(node, rule);
    read_fix(node, rule);
    if (const yaml::Node* metadata = node.find("metadata")) {
      read_metadata(*metadata, "", rule);
      check_fix_safety(*metadata);
    }
    if (errors_.list.size() > before) return std::nullopt;
    return rule;
  }

  // False for a rule that is written for another version of the rule language.
  bool is_for_this_version(const yaml::Node& node) {
    bool is_for = true;
    for (auto [key, is_least] : {std::pair{"min-version", true}, std::pair{"max-version", false}}) {
      const yaml::Node* bound = node.find(key);
      if (!bound) continue;
      auto version = version_of(bound->scalar());
      if (!version) errors_.add(bound->place(), "rule-type", fmt::format("`{}` is no version: three numbers with dots between", bound->scalar()));
      else is_for = is_for && (is_least ? *version <= kLanguageVersion : *version >= kLanguageVersion);
    }
    return is_for;
  }

 private:
  void check_keys(const yaml::Node& node) {
    std::vector<std::string_view> known(std::begin(kKeys), std::end(kKeys));
    known.insert(known.end(), std::begin(kInertKeys), std::end(kInertKeys));
    warnings_.append(node.unknown_keys(known));
  }

  RuleMode mode_of(const yaml::Node& node) {
    constexpr std::pair<std::string_view, RuleMode> kModes[] = {{"search", RuleMode::Search}, {"taint", RuleMode::Taint},     {"join", RuleMode::Join},
                                                                {"step", RuleMode::Step},     {"extract", RuleMode::Extract}, {"regex", RuleMode::Search},
                                                                {"generic", RuleMode::Search}};
    const yaml::Node* mode = node.find("mode");
    if (!mode) return node.has("taint") ? RuleMode::Taint : node.has("join") ? RuleMode::Join : node.has("steps") ? RuleMode::Step : RuleMode::Search;
    for (auto [word, known] : kModes)
      if (mode->scalar() == word) return known;
    errors_.add(mode->place(), "rule-mode", fmt::format("`{}` is no mode: search, taint, join, extract or step", mode->scalar()));
    return RuleMode::Search;
  }

  void read_head(const yaml::Node& node, Rule& rule) {
    rule.id = read_required(node, "id", errors_);
    constexpr std::string_view kIdChars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    if (const yaml::Node* id = node.find("id"); id && (rule.id.empty() || rule.id.find_first_not_of(kIdChars) != std::string::npos))
      errors_.add(id->place(), "rule-id", fmt::format("`{}` is no rule id: letters, digits, `.`, `_` and `-`", rule.id));
    rule.message = read_required(node, "message", errors_);
    std::string severity = read_required(node, "severity", errors_);
    if (const yaml::Node* place = node.find("severity")) {
      auto known = severity_of(severity);
      if (known) rule.severity = *known;
      else errors_.add(place->place(), "rule-severity", fmt::format("`{}` is no severity: ERROR, WARNING or INFO", severity));
    }
    rule.mode = mode_of(node);
    if (rule.mode != RuleMode::Join && rule.mode != RuleMode::Step) read_languages(node, rule);
  }

  static std::optional<Severity> severity_of(std::string_view word) {
    if (word == "ERROR" || word == "CRITICAL" || word == "HIGH") return Severity::Error;
    if (word == "WARNING" || word == "MEDIUM") return Severity::Warning;
    if (word == "INFO" || word == "LOW" || word == "INVENTORY" || word == "EXPERIMENT") return Severity::Info;
    return std::nullopt;
  }

  void read_languages(const yaml::Node& node, Rule& rule) {
    const yaml::Node* languages = node.find("languages");
    if (!languages) return errors_.add(node.place(), "rule-missing-key", "`languages` is missing");
    if (!languages->is_sequence() || languages->items().empty())
      return errors_.add(languages->place(), "rule-type", "`languages` must be a list with at least one language");
    for (const yaml::Node& item : languages->items()) {
      auto language = read_language_name(item, errors_);
      if (!language) continue;
      bool is_supported = info(*language).kind == LanguageKind::Analyzed || *language == Language::Regex || *language == Language::Generic;
      if (is_supported) rule.languages.push_back(*language);
    }
    // A rule for several languages runs on those that can be read.
    bool is_left = !rule.languages.empty();
    for (const yaml::Node& item : languages->items()) {
      auto language = find_language(item.scalar());
      bool is_unsupported = language && std::ranges::find(rule.languages, *language) == rule.languages.end();
      if (is_unsupported) (is_left ? warnings_ : errors_).add(item.place(), "rule-unsupported", fmt::format("language `{}` is not supported yet", item.scalar()));
    }
  }

  void read_body(const yaml::Node& node, Rule& rule) {
    switch (rule.mode) {
      case RuleMode::Search: return read_root(node, rule);
      case RuleMode::Extract:
        rule.extract = read_extract(node, errors_);
        return read_root(node, rule);
      case RuleMode::Taint: rule.endpoints = read_taint(node, errors_); return;
      case RuleMode::Join: return read_join_rules(node, rule);
      case RuleMode::Step: return;
    }
  }

  void read_join_rules(const yaml::Node& node, Rule& rule) {
    const yaml::Node* join = node.find("join");
    if (!join) return errors_.add(node.place(), "rule-missing-key", "`join` is missing");
    rule.join = read_join(*join, errors_);
    const yaml::Node* parts = join->find("rules");
    if (!parts) return;
    for (std::size_t i = 0; i < parts->items().size() && i < rule.join.parts.size(); ++i)
      if (auto part = read_part(parts->items()[i])) rule.join.parts[i].rules.push_back(*std::move(part));
  }

  // A part says nothing by itself: what it lacks of a rule it need not have.
  std::optional<Rule> read_part(const yaml::Node& node) {
    std::size_t before = errors_.list.size();
    Rule part;
    part.place = node.place();
    if (!node.is_map()) return errors_.add(node.place(), "rule-type", "a part of `join` is a mapping with `id`, `languages` and a pattern"), std::nullopt;
    check_keys(node);
    part.id = read_required(node, "id", errors_);
    part.mode = mode_of(node);
    if (part.mode != RuleMode::Search) errors_.add(node.place(), "rule-unsupported", "a part of `join` can only search");
    read_languages(node, part);
    read_root(node, part);
    if (const yaml::Node* options = node.find("options")) part.options = read_rule_options(*options, errors_, warnings_);
    read_paths(node, part);
    if (errors_.list.size() > before) return std::nullopt;
    return part;
  }

  void read_root(const yaml::Node& node, Rule& rule) {
    const yaml::Pair* root = nullptr;
    for (const yaml::Pair& pair : node.pairs()) {
      std::string_view key = pair.key.scalar();
      if (is_taint_key(key)) errors_.add(pair.key.place(), "rule-formula", fmt::format("`{}` needs `mode: taint`", key));
      if (key != "match" && !is_formula_root(key)) continue;
      if (root) errors_.add(pair.key.place(), "rule-formula", fmt::format("a rule has one of `pattern`, `patterns`, `pattern-either`, `pattern-regex` and `match`; `{}` is there already", root->key.scalar()));
      root = &pair;
    }
    if (!root) errors_.add(node.place(), "rule-missing-key", "the rule has no pattern: one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`, `match`");
    else if (root->key.scalar() == "match") rule.formula = read_match(root->value, Positive::Needed, errors_);
    else rule.formula = read_formula(*root, Positive::Needed, errors_);
  }

  void read_paths(const yaml::Node& node, Rule& rule) {
    const yaml::Node* paths = node.find("paths");
    if (!paths) return;
    warnings_.append(paths->unknown_keys({"include", "exclude"}));
    for (auto [key, list] : {std::pair{"include", &rule.include_paths}, std::pair{"exclude", &rule.exclude_paths}}) {
      const yaml::Node* globs = paths->find(key);
      if (!globs) continue;
      auto texts = globs->as_texts();
      if (texts) *list = *std::move(texts);
      else errors_.append(texts.error());
    }
  }

  void read_fix(const yaml::Node& node, Rule& rule) {
    if (const yaml::Node* fix = node.find("fix")) {
      rule.has_fix = true;
      // Null: `fix:` without a text takes the match away.
      if (!fix->is_null()) rule.fix = std::string(trim(read_text(*fix, "fix", errors_)));
    }
    const yaml::Node* by_regex = node.find("fix-regex");
    if (!by_regex) return;
    if (!by_regex->is_map()) return errors_.add(by_regex->place(), "rule-type", "`fix-regex` must be a mapping with `regex` and `replacement`");
    errors_.append(by_regex->unknown_keys({"regex", "replacement", "count"}));
    FixRegexText text;
    text.regex = read_required(*by_regex, "regex", errors_);
    text.place = by_regex->has("regex") ? by_regex->find("regex")->place() : by_regex->place();
    text.replacement = by_regex->has("replacement") && by_regex->find("replacement")->is_null() ? "" : read_required(*by_regex, "replacement", errors_);
    if (const yaml::Node* count = by_regex->find("count")) {
      auto number = count->as_int();
      if (number && *number >= 0 && *number <= UINT32_MAX) text.count = static_cast<std::uint32_t>(*number);
      else errors_.add(count->place(), "rule-type", "`count` must be a whole number");
    }
    rule.fix_regex = std::move(text);
  }

  // Whoever applies fixes blindly must know which of them change what the code does, and how.
  void check_fix_safety(const yaml::Node& metadata) {
    const yaml::Node* safety = metadata.find("fix-safety");
    if (!safety) return;
    if (safety->scalar() != "safe" && safety->scalar() != "unsafe") errors_.add(safety->place(), "rule-fix-safety", fmt::format("`fix-safety` is `safe` or `unsafe`, not `{}`", safety->scalar()));
    const yaml::Node* reason = metadata.find("fix-safety-reason");
    bool has_reason = reason && reason->is_scalar() && !trim(reason->scalar()).empty();
    if (safety->scalar() == "unsafe" && !has_reason) errors_.add(safety->place(), "rule-fix-safety", "an unsafe fix needs a `fix-safety-reason`: what it may change");
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
  Errors& warnings_;
};

}  // namespace

Result<RuleFile> parse_rule_file(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  const yaml::Node& root = document.root();
  const yaml::Node* list = root.is_sequence() ? &root : root.find("rules");
  if (!list || !list->is_sequence()) return fail(root.place(), "rule-file", "a rule file holds `rules:` with a list of rules");
  RuleFile read;
  if (root.is_map()) read.warnings.append(root.unknown_keys({"rules"}));
  std::set<std::string> ids;
  RuleReader reader(read.mistakes, read.warnings);
  for (const yaml::Node& item : list->items()) {
    if (!reader.is_for_this_version(item)) continue;
    auto rule = reader.read(item);
    if (!rule) continue;
    if (ids.insert(rule->id).second) read.rules.push_back(*std::move(rule));
    else read.mistakes.add(rule->place, "rule-duplicate", fmt::format("rule id `{}` is used twice", rule->id));
  }
  return read;
}

}  // namespace sluice
