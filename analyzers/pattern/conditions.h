// analyzers/pattern/conditions.h - whether a condition holds of one match.
//
// Conditions that look at what a metavariable is bound to and at nothing else;
// `metavariable-pattern` is the evaluator's own, since it runs a formula.
#pragma once
#include <optional>
#include <string>
#include <utility>

#include "analyzers/pattern/bindings.h"
#include "analyzers/pattern/rule_set.h"
#include "analyzers/pattern/unit_index.h"

namespace sluice {

class ConditionChecker {
 public:
  ConditionChecker(const RuleSet& rules, const Unit& unit, const UnitIndex& index) : rules_(rules), unit_(unit), index_(index) {}

  // False also when the metavariable is not bound. Named groups of a regex are added to the bindings.
  bool holds(const Condition& condition, Bindings& bindings);
  // The regex that met its match limit since this was asked last, when one did.
  std::optional<std::string> take_limit_met_by() { return std::exchange(limit_met_by_, std::nullopt); }

 private:
  bool regex_holds(const Condition& condition, Bindings& bindings);
  bool comparison_holds(const Condition& condition, const Bindings& bindings);
  bool type_holds(const Condition& condition, const Bindings& bindings) const;
  bool analysis_holds(const Condition& condition, const Bindings& bindings) const;

  const RuleSet& rules_;
  const Unit& unit_;
  const UnitIndex& index_;
  std::optional<std::string> limit_met_by_;
};

// Binds a group of a regex: `$1`, or `$NAME` of a named one. `base`: where the searched text begins.
void bind_group(const RuleSet& rules, const RegexMatch::Group& group, std::uint32_t base, Bindings& bindings);

}  // namespace sluice
