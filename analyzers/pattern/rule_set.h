// analyzers/pattern/rule_set.h - rules ready to run: frozen, shared by all threads.
//
// Patterns are compiled once for each language that is to be scanned; equal patterns
// of several rules are one, so that a file is searched for them once.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/pattern/comparison.h"
#include "analyzers/pattern/generic/generic_pattern.h"
#include "analyzers/pattern/pattern.h"
#include "analyzers/pattern/rule.h"
#include "analyzers/source/glob.h"

namespace sluice {

struct Formula;
class PatternStore;

enum class Analysis : std::uint8_t { Entropy, Redos, None };  // None: holds of nothing

struct Condition {
  ConditionText::Type type = ConditionText::Type::Regex;
  NameId variable;
  Regex regex;
  Comparison comparison;
  Analysis analysis = Analysis::None;
  std::vector<TypeName> types;
  bool constant_propagation = false;
  bool strip = false;
  std::optional<Language> language;  // Pattern: what the text is read as
  std::vector<Formula> formula;      // exactly one when type is Pattern
};

struct Formula {
  FormulaText::Type type = FormulaText::Type::Pattern;
  std::uint32_t leaf = 0;  // Pattern, Generic: index of a pattern; Regex: of a regex
  std::vector<Formula> members;
  std::vector<Condition> conditions;
  std::vector<std::vector<NameId>> focus;
  NameId as;
  std::optional<std::string> fix;
};

// `fix-regex`, ready to run.
struct RegexFix {
  Regex regex;
  std::string replacement;
  std::uint32_t count = 0;  // 0: all
};

// A rule as it runs on files of one language.
struct RuleProgram {
  std::uint32_t rule = 0;
  Formula formula;
  std::vector<Formula> endpoints;  // of a taint rule, in its order; it has no other formula
  // The file must hold at least one word of each list, or nothing can match.
  std::vector<std::vector<std::uint32_t>> required_words;
};

class RuleSet {
 public:
  // `languages`: those of the files that will be scanned. All mistakes are told; with
  // Check::Used, those of rules that none of the languages needs are not looked for, which
  // is for the rules in the program: they were tested when it was made.
  enum class Check { All, Used };
  static Result<RuleSet> compile(std::vector<Rule> rules, const std::vector<Language>& languages, Check check = Check::All);
  // The same where a mistake costs only the rule that it stands in: it does not run. Patterns are
  // taken from `store`, and added to it.
  static RuleSet compile_good(std::vector<Rule> rules, const std::vector<Language>& languages, Check check, Errors& mistakes, PatternStore* store = nullptr);

  const std::vector<Rule>& rules() const { return rules_; }
  const Names& names() const { return *names_; }
  const std::vector<Pattern>& patterns() const { return patterns_; }
  const std::vector<GenericPattern>& generic_patterns() const { return generic_patterns_; }
  const std::vector<Regex>& regexes() const { return regexes_; }
  // False for a rule with a mistake, and for one of a mode that is not run.
  bool runs(std::uint32_t rule) const { return runs_[rule]; }
  const RegexFix* regex_fix(std::uint32_t rule) const {
    auto found = regex_fixes_.find(rule);
    return found == regex_fixes_.end() ? nullptr : &found->second;
  }
  // The programs for files of that language, those of `regex` rules included.
  const std::vector<RuleProgram>& programs(Language language) const { return programs_[static_cast<std::size_t>(language)]; }

  // By the rule's `paths`.
  bool applies_to(std::uint32_t rule, std::string_view path) const;
  // Which required words are in the text: one pass over the bytes.
  std::vector<bool> words_in(std::string_view text) const;
  // False when the words say that the pattern has no match.
  bool has_words_of(std::uint32_t pattern, const std::vector<bool>& words) const;

 private:
  friend class RuleCompiler;
  std::vector<Rule> rules_;
  std::unique_ptr<Names> names_ = std::make_unique<Names>();
  std::vector<Pattern> patterns_;
  std::vector<GenericPattern> generic_patterns_;
  std::vector<Regex> regexes_;
  std::vector<bool> runs_;  // by rule
  std::unordered_map<std::uint32_t, RegexFix> regex_fixes_;
  std::array<std::vector<RuleProgram>, kLanguageCount> programs_;
  Names words_;
  std::vector<std::vector<std::uint32_t>> pattern_words_;  // by pattern: all of them are needed
  struct Paths {
    GlobList include, exclude;
  };
  std::vector<Paths> paths_;  // by rule
};

// False when the words say that the program cannot match.
bool can_match(const RuleProgram& program, const std::vector<bool>& words);

}  // namespace sluice
