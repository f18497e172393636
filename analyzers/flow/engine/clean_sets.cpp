#include "analyzers/flow/engine/clean_sets.h"

#include <algorithm>
#include <iterator>

namespace sluice::flow {

CleanSet CleanSets::add(Harms harms, Rules rules) {
  std::lock_guard lock(mutex_);
  auto [at, is_new] = known_.try_emplace({harms, std::move(rules)}, static_cast<std::uint32_t>(sets_.size()));
  if (is_new) sets_.push_back(&at->first);
  return {at->second};
}

std::pair<Harms, CleanSets::Rules> CleanSets::get(CleanSet set) const {
  std::lock_guard lock(mutex_);
  return *sets_[set.index];
}

Harms CleanSets::harms(CleanSet set) const {
  if (set == kUncleaned) return 0;
  std::lock_guard lock(mutex_);
  return sets_[set.index]->first;
}

bool CleanSets::has_rule(CleanSet set, std::uint16_t rule) const {
  if (set == kUncleaned) return false;
  std::lock_guard lock(mutex_);
  return std::ranges::binary_search(sets_[set.index]->second, rule);
}

CleanSet CleanSets::with_harms(CleanSet set, Harms harms) {
  if (harms == 0) return set;
  auto [old, rules] = get(set);
  return add(old | harms, std::move(rules));
}

CleanSet CleanSets::without_harms(CleanSet set, Harms harms) {
  if (set == kUncleaned || harms == 0) return set;
  auto [old, rules] = get(set);
  return add(old & ~harms, std::move(rules));
}

CleanSet CleanSets::with_rule(CleanSet set, std::uint16_t rule) {
  auto [harms, rules] = get(set);
  auto at = std::ranges::lower_bound(rules, rule);
  if (at != rules.end() && *at == rule) return set;
  rules.insert(at, rule);
  return add(harms, std::move(rules));
}

CleanSet CleanSets::both(CleanSet a, CleanSet b) {
  if (a == b) return a;
  if (a == kUncleaned || b == kUncleaned) return kUncleaned;
  auto [harms_a, rules_a] = get(a);
  auto [harms_b, rules_b] = get(b);
  Rules rules;
  std::ranges::set_intersection(rules_a, rules_b, std::back_inserter(rules));
  return add(harms_a & harms_b, std::move(rules));
}

CleanSet CleanSets::either(CleanSet a, CleanSet b) {
  if (a == b || b == kUncleaned) return a;
  if (a == kUncleaned) return b;
  auto [harms_a, rules_a] = get(a);
  auto [harms_b, rules_b] = get(b);
  Rules rules;
  std::ranges::set_union(rules_a, rules_b, std::back_inserter(rules));
  return add(harms_a | harms_b, std::move(rules));
}

}  // namespace sluice::flow
