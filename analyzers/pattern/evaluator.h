// analyzers/pattern/evaluator.h - runs rules on one Unit.
//
// A leaf yields ranges with bindings; operators combine them: members of `patterns`
// are intersected (the smaller range survives, shared metavariables must agree),
// negatives take away, conditions filter, focus narrows. docs/rule-language.md has the
// whole semantics. Leaves are searched for once a file, however many rules share them,
// and only when a rule still needs them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyzers/pattern/matcher.h"
#include "analyzers/pattern/observer.h"
#include "analyzers/pattern/rule_set.h"

namespace sluice {

struct RuleMatch {
  ByteRange range;
  Bindings bindings;
  std::string message;             // metavariables filled in
  std::optional<std::string> fix;  // what `range` is to be replaced with
};

struct RuleResult {
  std::vector<RuleMatch> matches;  // by range; equal ones once
  // Why the rule did not finish; its matches are then empty.
  std::optional<std::string> gave_up;
};

// Steps of combining ranges; real rules stay far below.
inline constexpr std::uint64_t kStepsPerRule = 20'000'000;

class Evaluator {
 public:
  // `words`: RuleSet::words_in the text; it must outlive the evaluator, as all others must.
  // `observer` may be null.
  Evaluator(const RuleSet& rules, const Unit& unit, const std::vector<bool>& words, EvaluationObserver* observer = nullptr);
  ~Evaluator();
  RuleResult run(const RuleProgram& program);
  // What the formulas of a taint rule match, one list for each; `gave_up` of the result, as of a rule.
  struct EndpointRanges {
    std::vector<std::vector<std::pair<ByteRange, Bindings>>> matches;
    std::optional<std::string> gave_up;
  };
  // `is_alone`: the rule is followed within this file; where it has no sink or no source the rest is not looked for.
  EndpointRanges run_endpoints(const RuleProgram& program, bool is_alone = false);
  // A finding of that rule at that place.
  RuleMatch match_at(const RuleProgram& program, ByteRange range, const Bindings& bindings);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sluice
