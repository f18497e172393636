#include "analyzers/pattern/conditions.h"

#include <algorithm>

#include "analyzers/pattern/constant.h"
#include "analyzers/pattern/entropy.h"
#include "analyzers/pattern/redos.h"

namespace sluice {

bool ConditionChecker::holds(const Condition& condition, Bindings& bindings) {
  switch (condition.type) {
    case ConditionText::Type::Regex: return regex_holds(condition, bindings);
    case ConditionText::Type::Comparison: return comparison_holds(condition, bindings);
    case ConditionText::Type::TypeOf: return type_holds(condition, bindings);
    case ConditionText::Type::Analysis: return analysis_holds(condition, bindings);
    case ConditionText::Type::Pattern: break;
  }
  SLUICE_ASSERT(false, "a condition with a formula is the evaluator's");
  return false;
}

bool ConditionChecker::regex_holds(const Condition& condition, Bindings& bindings) {
  const Binding* binding = bindings.find(condition.variable);
  if (!binding) return false;
  std::string_view text = condition.constant_propagation ? constant_value(unit_, index_, *binding) : code_of(unit_, *binding);
  bool limit_met = false;
  RegexMatch match;
  bool is_found = condition.regex.is_found_in(text, limit_met, &match);
  if (limit_met) limit_met_by_ = condition.regex.text();
  // Where a value stands in the file is not known: its groups are not bound.
  if (!is_found || condition.constant_propagation || !binding->joined.empty()) return is_found;
  std::uint32_t base = binding->range.begin;
  for (const RegexMatch::Group& group : match.groups) {
    bool is_number = group.name.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number && !bindings.find(rules_.names().find("$" + group.name))) bind_group(rules_, group, base, bindings);
  }
  return true;
}

bool ConditionChecker::comparison_holds(const Condition& condition, const Bindings& bindings) {
  auto value_of = [&](std::string_view name) -> ComparisonValue {
    const Binding* binding = bindings.find(rules_.names().find(name));
    return binding ? comparison_value(unit_, index_, *binding, condition.strip) : ComparisonValue{};
  };
  std::string limit_met_by;
  bool holds = condition.comparison.holds(value_of, &limit_met_by);
  if (!limit_met_by.empty()) limit_met_by_ = limit_met_by;
  return holds;
}

bool ConditionChecker::type_holds(const Condition& condition, const Bindings& bindings) const {
  const Binding* binding = bindings.find(condition.variable);
  if (!binding || binding->is_text || binding->is_run || !binding->node.valid()) return false;
  return std::ranges::any_of(condition.types, [&](const TypeName& type) { return index_.types().has_type(binding->node, type); });
}

bool ConditionChecker::analysis_holds(const Condition& condition, const Bindings& bindings) const {
  const Binding* binding = bindings.find(condition.variable);
  if (!binding) return false;
  std::string_view text = constant_value(unit_, index_, *binding);
  switch (condition.analysis) {
    case Analysis::Entropy: return is_random(text);
    case Analysis::Redos: return ambiguity_of(text) != Ambiguity::Bounded;
    case Analysis::None: break;
  }
  return false;
}

void bind_group(const RuleSet& rules, const RegexMatch::Group& group, std::uint32_t base, Bindings& bindings) {
  Binding binding;
  binding.variable = rules.names().find("$" + group.name);
  binding.range = {base + group.begin, base + group.end};
  binding.is_text = true;
  binding.is_numbered = group.name.find_first_not_of("0123456789") == std::string::npos;
  bindings.push(binding);
}

}  // namespace sluice
