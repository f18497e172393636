// gate/due.h - the day until which a vulnerability must be gone, with all that moves it.
//
// In this order:
//  1. first seen plus the days of the band that its score has;
//  2. re-ratings, in the order of their days. Up: the new band's days from first seen, so it may be
//     overdue at once, but for the grace that the policy states. Down: the new band's days,
//     unless it was overdue already: what was missed stays missed;
//  3. waiting for a vendor moves it by the days waited, where the policy allows that, and never
//     when it was overdue before the waiting began or is known to be exploited;
//  4. known to be exploited, or likely to be (EPSS): earlier, never later.
// The due day itself is in time.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "gate/policy.h"

namespace sluice::gate {

struct ScoreStep {
  Date from;  // the first has no beginning: Date::min()
  Score score;
};

struct VendorWait {
  Date since, until;
};

struct DueFacts {
  Date first_seen, as_of;
  Band band = Band::Low;         // today's
  std::vector<ScoreStep> steps;  // its scores over time, the last is today's; empty: never re-rated
  std::vector<VendorWait> waits;
  bool exploited = false;
  std::string exploited_by;
  std::optional<Date> exploited_since;
  std::optional<double> epss;
};

struct Due {
  std::optional<Date> day;  // nothing: best effort
  std::string because;      // when the band's days alone do not give it
};

Due due_of(const DueFacts& facts, const Deadlines& deadlines);

}  // namespace sluice::gate
