// gate/standing.h - where one vulnerability or result stands as of a day.
//
// The decision tells what holds a release; a Standing is told of everything that is known,
// what is in time, waived or fixed too: the list of `sluice vulns`, and the answer of
// `sluice exposure`. Both come out of the same judging, so that they never disagree.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gate/decision.h"

namespace sluice::gate {

enum class State : std::uint8_t {
  Open,
  NeedsReview,         // nobody can tell yet: counts as open
  FixedInCandidate,    // gone from the candidate, still open in the Active version
  Waived,              // a risk decision that is in force covers it
  NotAffected,         // a statement that the policy trusts says so
  Fixed,               // the same, of a fix
  SuppressedInReport,  // the tool's own waiver
};
std::string_view to_string(State state);  // "open" "needs-review" "fixed-in-candidate" ...

struct Standing {
  State state = State::Open;
  std::string id;               // CVE, else GHSA, else the rule
  std::vector<std::string> names;  // identity, CVE and GHSA ids
  std::string subject, where, identity, remedy;
  std::optional<Timing> timing;  // nothing: its deadline was not asked for
  DueState due_state = DueState::NoDeadline;
  std::string said_by;           // who or what set it aside; empty while it is open
};

// All of them, by due day, then score, then name. Those that no clause of the stage puts on
// the clock (results that hold a release at once) are not among them.
std::vector<Standing> list_standings(const GateInput& input);

}  // namespace sluice::gate
