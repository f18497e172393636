// gate/tracked.h - something that is on the clock, wherever it came from.
//
// A vulnerability of an assessment and a result of an analyzer are judged by the same
// deadlines; this is what both become before they are.
#pragma once
#include "gate/clauses.h"
#include "gate/standing.h"

namespace sluice::gate {

struct Tracked {
  std::size_t in_model = 0;
  std::string identity;
  std::vector<std::string> names;  // identity, CVE and GHSA ids: what the first-seen file may call it
  std::string record_as;           // the one of them that a person would write down
  std::string id;                  // CVE, else GHSA, else the rule
  std::string rule;                // of the tool that found it
  const Component* component = nullptr;  // null: none, as of a result in code
  std::string path;                // file in the tree or in the artifact; may be empty
  std::string subject, where;
  std::optional<Score> score;
  std::optional<Band> band;  // nothing: unrated
  std::string rating;        // where score or band come from, for people
  std::string vector;        // that the score is of; may be empty
  // The worst that it can be: its score, else the highest score that its word may mean. Nothing: unrated.
  std::optional<Score> severest;
  std::optional<Date> by_tool, report_day, published;
  bool exploited = false;
  std::string exploited_by;           // who says so: "kev.json", "the report"
  std::optional<Date> exploited_since;  // the day of listing, where it is told
  std::optional<double> epss;
  bool has_fix = false;  // a fixed version is known
  std::string remedy;
  std::optional<Environment> environment;
  std::string note;  // what else there is to say of it, for people
  Facts facts;       // in the policy's words; what the clock and the feeds tell is set by start_timing
  // A vulnerability: clauses of the policy may decide before its deadline does.
  bool is_vulnerability = false;
  // Told by start_timing.
  bool is_known = false;     // by the stage's `new-since`, where it is a ratchet
  bool is_recorded = false;  // the day its clock started will be the same next time
};

// The highest score that a tool's word may mean; nothing for Unknown.
std::optional<Score> severest_of(SeverityWord word);
std::optional<Score> severest_of(sarif::Level level);

// Starts the clock: the facts and `tracked` then know since when it is there, what it is rated, and until when it must be gone.
Timing start_timing(const Deciding& deciding, Tracked& tracked);

// When a waiver that is in force covers it: it is listed as set aside, and nothing else is asked of it. Otherwise
// `tracked.note` tells of one that does not count. `timing` may be null.
bool set_aside_by_waiver(const Deciding& deciding, Tracked& tracked, const Timing* timing);

// Whether a clause over vulnerabilities decides (and its reason is added). What such a clause
// leaves to the deadline, and what none means, is not decided.
bool judge_by_clause(const Deciding& deciding, const Tracked& tracked, const Timing& timing);

// Gone from the candidate, still open in the Active version.
void judge_fixed_in_candidate(const Deciding& deciding, const Tracked& tracked, const Timing& timing);

// Adds the reasons that clauses over vulnerabilities give, else those that deadlines give, and counts it in its band. True when its first
// day should be recorded and is not: what to record then is in `timing`.
struct DeadlineAnswer {
  bool should_be_recorded = false;
  Timing timing;
};
// `state`: Open or NeedsReview.
DeadlineAnswer judge_deadline(const Deciding& deciding, const Tracked& tracked, Timing timing, State state = State::Open);

// For those who list everything. `timing` may be null.
void add_standing(const Deciding& deciding, const Tracked& tracked, State state, const Timing* timing, std::string said_by);

}  // namespace sluice::gate
