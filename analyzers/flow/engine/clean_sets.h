// analyzers/flow/engine/clean_sets.h - what data was cleaned for: harms of library models, and rules
// whose own sanitizers it went through.
#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "analyzers/flow/model_kinds.h"
#include "base/id.h"

namespace sluice::flow {

using CleanSet = Id<struct CleanSetTag>;
inline constexpr CleanSet kUncleaned{0};

// All sets of a program, each once. Any number of threads; nothing may depend on the order of the ids.
class CleanSets {
 public:
  CleanSets() { add({}, {}); }
  CleanSet with_harms(CleanSet set, Harms harms);
  CleanSet without_harms(CleanSet set, Harms harms);
  CleanSet with_rule(CleanSet set, std::uint16_t rule);
  CleanSet both(CleanSet a, CleanSet b);   // what is in a and in b: either way may have been gone
  CleanSet either(CleanSet a, CleanSet b); // one after the other
  bool has_harm(CleanSet set, Harm harm) const { return (harms(set) & one(harm)) != 0; }
  Harms harms(CleanSet set) const;
  bool has_rule(CleanSet set, std::uint16_t rule) const;

 private:
  using Rules = std::vector<std::uint16_t>;  // sorted
  CleanSet add(Harms harms, Rules rules);
  std::pair<Harms, Rules> get(CleanSet set) const;
  mutable std::mutex mutex_;
  std::map<std::pair<Harms, Rules>, std::uint32_t> known_;
  std::deque<const std::pair<Harms, Rules>*> sets_;
};

}  // namespace sluice::flow
