// analyzers/pattern/rule.h - a rule as its author wrote it, checked but not compiled.
//
// Text form (YAML) → Rule (here) → RuleSet (rule_set.h, ready to run). Every part
// keeps its place, so that what turns out wrong later is told where it stands.
//
// Both spellings of a formula, `patterns:` and `match:`, are read into the same
// FormulaText (formula_reader.h, match_reader.h), so what follows knows one.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/pattern/label_expression.h"
#include "analyzers/pattern/rule_options.h"
#include "analyzers/source/language.h"
#include "base/result.h"

namespace sluice {

enum class Severity : std::uint8_t { Info, Warning, Error };
std::string_view to_string(Severity severity);  // "INFO", "WARNING", "ERROR"

struct FormulaText;

struct ConditionText {
  enum class Type : std::uint8_t { Regex, Pattern, Comparison, TypeOf, Analysis } type = Type::Regex;
  Place place;
  std::string metavariable;             // `$X`; of a comparison: may be empty
  std::string text;                     // the regex, the expression, the analyzer's name
  std::vector<std::string> types;       // TypeOf: one of these
  bool constant_propagation = false;    // Regex: look at the value, not at the code
  bool strip = false;                   // Comparison: metavariables are numbers in quotes
  std::optional<Language> language;     // Pattern: what the metavariable's text is read as
  std::vector<FormulaText> formula;     // Pattern: exactly one
};

struct FormulaText {
  enum class Type : std::uint8_t {
    Pattern, Regex,  // leaves: `text`
    All, Any,        // of `members`
    Inside,          // of one member: its ranges only surround
    Anywhere,        // of one member: it need only match somewhere in the file
    Generic,         // a Pattern of a rule in `generic`; made by the compiler
    Not              // of one member; itself a member of All only. What it takes away depends
                     // on the member: equal ranges, what lies Inside, what meets a Regex
  } type = Type::Pattern;
  Place place;
  std::string text;
  std::vector<FormulaText> members;
  std::string as;                  // a metavariable for the whole match; may be empty
  std::optional<std::string> fix;  // when the rule has none
  // Of All:
  std::vector<ConditionText> conditions;
  std::vector<std::vector<std::string>> focus;  // each entry: the metavariables of one `focus-metavariable`
};

enum class RuleMode : std::uint8_t { Search, Taint, Join, Extract, Step };

// `fix-regex`: what matches in the matched text is replaced.
struct FixRegexText {
  Place place;
  std::string regex, replacement;  // `\1` in the replacement: a group
  std::uint32_t count = 0;         // at most so many; 0: all
};

struct Rule;

// A rule of `mode: join` (join_reader.h).
enum class JoinOperator : std::uint8_t { Equal, Unequal, Within, Contains, Leads };
// Within: the right text contains the left. Leads: from the left by rows of the same part to the right.
struct JoinColumn {
  std::uint32_t part = 0;  // index into JoinText::parts
  std::string name;        // `$X`, or `path`
};
struct JoinCondition {
  JoinColumn left, right;
  JoinOperator op = JoinOperator::Equal;
};
struct JoinPart {
  Place place;
  std::string alias;
  std::string file;  // of `refs`: relative to the file of the rule; empty: the rule stands in the text
  std::vector<std::pair<std::string, std::string>> renames;  // metavariables, from and to
  std::vector<Rule> rules;
};
struct JoinText {
  std::vector<JoinPart> parts;
  std::vector<JoinCondition> conditions;
};

// A rule of `mode: extract` (extract_reader.h).
struct ExtractText {
  enum class Transform : std::uint8_t { None, Unquote, ConcatJson } transform = Transform::None;
  std::string metavariable;  // `$X`
  Language language{};       // what it is read as
  bool is_one_piece = false; // `reduce: concat`
  std::vector<std::string> include, exclude;  // rules by id; `include` empty: all
};

// One formula of a rule of `mode: taint`, and how what it matches is taken (taint_reader.h).
struct TaintEndpoint {
  enum class Kind : std::uint8_t { Source, Sink, Sanitizer, Propagator } kind = Kind::Source;
  // Whether a variable that is matched is tainted, cleaned or passed on from there on. Only: the
  // variable, not what is matched itself.
  enum class SideEffect : std::uint8_t { No, Yes, Only } by_side_effect = SideEffect::No;
  Place place;
  FormulaText formula;
  // Instead of a formula: what library models say. Of a Source kinds of origins (`remote`), of a Sink
  // kinds of harm (`sql`); analyzers/flow/model_kinds.h. Sluice's own.
  std::vector<std::string> models;
  bool exact = false;            // what is matched counts, not what stands in it
  bool control = false;          // Source: it taints what runs after it
  bool at_exit = false;          // Sink: where a function ends
  bool not_conflicting = false;  // Sanitizer: it cleans nothing that is a source or a sink itself
  std::string label;             // Source, Propagator: what data from it carries; empty: the common label
  std::optional<LabelExpression> needs;     // `requires`: what labels data must carry to count here
  std::vector<std::string> replaced_labels; // Propagator: labels that go
  std::string from, to;                     // Propagator: metavariables
};

std::string_view to_string(TaintEndpoint::Kind kind);  // "source", "sink", "sanitizer", "propagator"

struct Rule {
  std::string id;
  Place place;
  std::string message;
  Severity severity = Severity::Warning;
  std::vector<Language> languages;
  RuleMode mode = RuleMode::Search;
  FormulaText formula;                // Search, Extract
  std::vector<TaintEndpoint> endpoints; // Taint: in file order
  JoinText join;                      // Join
  ExtractText extract;                // Extract
  // The rule is part of a join rule, this one of the parts of all joins: its matches count only together.
  std::optional<std::uint32_t> join_part;
  RuleOptions options;
  std::vector<std::string> include_paths, exclude_paths;  // globs
  std::string fix;
  bool has_fix = false;
  std::optional<FixRegexText> fix_regex;
  // `metadata`, each value as a list of texts; nested mappings are joined with dots.
  std::map<std::string, std::vector<std::string>> metadata;

  std::string first_metadata(std::string_view key) const;  // empty when absent
  // Why the rule is not run although nothing is wrong with it; empty when it is.
  std::string_view not_run_because() const;
};

// One file of rules. A mistake drops the rule it stands in and no other.
struct RuleFile {
  std::vector<Rule> rules;  // those without a mistake, for this version of the rule language
  Errors mistakes;          // of all others, each with its place
  Errors warnings;          // keys that nobody knows: what they say is not done
};

// Fails when there is no list of rules in the text.
Result<RuleFile> parse_rule_file(std::string file, std::string_view yaml);
// The same where one mistake is too many: all mistakes of the file are told, each with its place.
Result<std::vector<Rule>> parse_rules(std::string file, std::string_view yaml);

}  // namespace sluice
