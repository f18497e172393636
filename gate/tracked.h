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
  Facts facts;            // `first_seen` is set when it is judged
  std::string component;  // its name; may be empty
  // A vulnerability: clauses of the policy may decide before its deadline does.
  bool is_vulnerability = false;
  // Told by start_timing.
  bool is_known = false;     // by the stage's `new-since`, where it is a ratchet
  bool is_recorded = false;  // the day its clock started will be the same next time
};

// Starts the clock: the facts and `tracked` then know since when it is there.
Timing start_timing(const Deciding& deciding, Tracked& tracked);

// Whether a clause over vulnerabilities decides (and its reason is added). What such a clause
// leaves to the deadline, and what none means, is not decided.
bool judge_by_clause(const Deciding& deciding, const Tracked& tracked, const Timing& timing);

// Adds the reasons that clauses over vulnerabilities give, else those that deadlines give, and counts it in its band. True when its first
// day should be recorded and is not: what to record then is in `timing`.
struct DeadlineAnswer {
  bool should_be_recorded = false;
  Timing timing;
};
DeadlineAnswer judge_deadline(const Deciding& deciding, const Tracked& tracked, Timing timing);

}  // namespace sluice::gate
