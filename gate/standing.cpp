#include "gate/standing.h"

#include <algorithm>
#include <tuple>

namespace sluice::gate {
namespace {

auto order_of(const Standing& one) {
  Date due = one.timing && one.timing->due ? *one.timing->due : Date::max();
  int score = one.timing && one.timing->score ? one.timing->score->tenths : -1;
  return std::tuple(due, -score, one.subject, one.where, one.identity, one.state);
}

}  // namespace

std::string_view to_string(State state) {
  constexpr std::string_view kNames[] = {"open", "needs-review", "fixed-in-candidate", "waived", "not-affected", "fixed", "suppressed-in-report"};
  return kNames[static_cast<std::size_t>(state)];
}

std::vector<Standing> list_standings(const GateInput& input) {
  std::vector<Standing> standings;
  decide(input, &standings);
  std::ranges::stable_sort(standings, [](const Standing& a, const Standing& b) { return order_of(a) < order_of(b); });
  return standings;
}

}  // namespace sluice::gate
