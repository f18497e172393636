// gate/tracked.h - something that is on the clock, wherever it came from.
//
// A vulnerability of an assessment and a result of an analyzer are judged by the same
// deadlines; this is what both become before they are.
#pragma once
#include "gate/clauses.h"

namespace sluice::gate {

struct Tracked {
  std::string identity;
  std::vector<std::string> names;  // identity, CVE and GHSA ids: what the first-seen file may call it
  std::string record_as;           // the one of them that a person would write down
  std::string subject, where;
  std::optional<Score> score;
  std::optional<Band> band;  // nothing: unrated
  std::string rating;        // where score or band come from, for people
  std::optional<Date> by_tool, report_day;
  std::string remedy;
};

// Adds the reasons that deadlines give, and counts it in its band. True when its first
// day should be recorded and is not: what to record then is in `timing`.
struct DeadlineAnswer {
  bool should_be_recorded = false;
  Timing timing;
};
DeadlineAnswer judge_deadline(const Deciding& deciding, const Tracked& tracked);

}  // namespace sluice::gate
