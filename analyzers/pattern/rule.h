// analyzers/pattern/rule.h - a rule as its author wrote it, checked but not compiled.
//
// Text form (YAML) → Rule (here) → RuleSet (rule_set.h, ready to run). Every part
// keeps its place, so that what turns out wrong later is told where it stands.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/source/language.h"
#include "base/result.h"

namespace sluice {

enum class Severity : std::uint8_t { Info, Warning, Error };
std::string_view to_string(Severity severity);  // "INFO", "WARNING", "ERROR"

struct FormulaText;

struct ConditionText {
  enum class Type : std::uint8_t { Regex, Pattern, Comparison } type = Type::Regex;
  Place place;
  std::string metavariable;             // `$X`; of a comparison: may be empty
  std::string text;                     // the regex or the expression
  bool constant_propagation = false;    // Regex: look at the value, not at the code
  bool strip = false;                   // Comparison: metavariables are numbers in quotes
  std::vector<FormulaText> formula;     // Pattern: exactly one
};

struct FormulaText {
  enum class Type : std::uint8_t {
    Pattern, Regex,          // leaves: `text`
    All, Any,                // of `members`
    Inside,                  // of one member: its ranges only surround
    Not, NotInside, NotRegex // members of All only; Not, NotInside: of one member
  } type = Type::Pattern;
  Place place;
  std::string text;
  std::vector<FormulaText> members;
  // Of All:
  std::vector<ConditionText> conditions;
  std::vector<std::vector<std::string>> focus;  // each entry: the metavariables of one `focus-metavariable`
};

struct Rule {
  std::string id;
  Place place;
  std::string message;
  Severity severity = Severity::Warning;
  std::vector<Language> languages;
  FormulaText formula;
  std::vector<std::string> include_paths, exclude_paths;  // globs
  std::string fix;
  bool has_fix = false;
  // `metadata`, each value as a list of texts; nested mappings are joined with dots.
  std::map<std::string, std::vector<std::string>> metadata;

  std::string first_metadata(std::string_view key) const;  // empty when absent
};

// Reads the rules of one file. All mistakes of the file are told, each with its place.
// What the rule language has but Sluice does not support yet is a mistake that names it.
Result<std::vector<Rule>> parse_rules(std::string file, std::string_view yaml);

}  // namespace sluice
