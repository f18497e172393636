// gate/policy.h - what a release must satisfy, as the information security manager wrote it.
//
// A policy says when vulnerabilities are due and, for each stage of a release, what
// holds it. Each clause has an effect (hold, condition or report) and keeps its place
// in the file: a decision names the line that decided.
//
//   policy: product-release
//   version: "2026-09"
//   deadlines:
//     high:   { from: 8.0, days: 60 }        # a score of exactly 8.0 is High
//     medium: { from: 5.0, days: 180 }
//     low:    { days: best-effort }
//     due-soon-days: 14
//   stages:
//     pre-sandbox:
//       incomplete-scan: hold
//       vulnerabilities: { overdue: hold, overdue-at-ship-date: condition, unrated: hold }
//       findings:
//         - { id: new-errors, when: { levels: [error], baseline: [new] }, then: hold }
//       scans:
//         - { id: code, tools: [Sluice], max-age-days: 7, min-coverage-percent: 95 }
//       checklists:
//         - { id: release-security, fail: hold, open: hold, review: condition }
//     release:
//       extends: pre-sandbox
//       assessments:
//         - { id: sandbox, tools: [nessus, openvas], same-version: hold, after-deployment: hold }
//
// docs/policy.md explains every key; gate/policy.schema.json is for editors.
// To add a clause: a member here, a line in policy.cpp, its use in a gate/clauses_*.cpp,
// the schema, the page, and a case in tests/unit/gate/decision_cases.yaml.
//
// Not here: how a clause is applied (gate/decision.h).
#pragma once
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "checklists/result_filter.h"
#include "gate/cvss.h"
#include "gate/deadline_terms.h"
#include "gate/risk_policy.h"

namespace sluice::gate {

enum class Effect : std::uint8_t {
  Report,     // told, and nothing else
  Condition,  // go, but only with this condition
  Hold,
};
std::string_view to_string(Effect effect);

struct Clause {
  std::string name;  // path in the file: "stages.release.vulnerabilities.overdue"
  Place place;
  Effect effect = Effect::Hold;
  bool is_default = false;  // the file does not say it; `place` is then what it belongs to
};

struct BandDeadline {
  std::optional<int> days;  // nothing: best effort
  Place place;
};

// Deadlines are first-seen day plus days; the due day itself is in time.
struct Deadlines {
  BandThresholds thresholds;
  std::array<BandDeadline, 3> bands;  // indexed by Band
  int due_soon_days = 14;
  DeadlineTerms terms;
  const BandDeadline& of(Band band) const { return bands[static_cast<std::size_t>(band)]; }
};

struct VulnerabilityClauses {
  Clause overdue;
  Clause overdue_at_ship_date;  // in time today, overdue on the planned ship date
  Clause unrated;               // no score and no word: no deadline can be told
  Clause needs_review;          // the tool cannot tell
  Clause suppressed_in_report;  // the assessment tool's own waiver: nobody of ours signed it
  Clause first_seen_unrecorded;  // the clock hangs on the day of the report
  Clause fixed_in_candidate;     // gone from the candidate, still open in the Active version
  Clause statement_untrusted;    // VEX of somebody whom the policy does not trust with it
  Clause re_rating_void;         // a re-rating or a wait for a vendor that does not count
  struct Ceiling {
    Score from;
    Clause clause;
  };
  std::optional<Ceiling> open_at_or_above;  // holds whatever its deadline says
};

struct FindingClause {
  Clause clause;
  std::string id;
  checklists::ResultFilter when;
  bool on_the_clock = false;  // `then: deadline`: judged like a vulnerability, by its security-severity
};

struct ScanClause {
  Clause clause;
  std::string id;
  std::vector<std::string> tools;  // any of them will do
  std::optional<int> max_age_days;
  std::optional<int> min_coverage_percent;
  bool same_commit = false;
};

struct AssessmentClause {
  Clause clause;
  std::string id;
  std::vector<std::string> tools;  // formats or tool names; any of them will do. Empty: any
  std::optional<int> max_age_days;
  Clause same_version, same_environment, after_deployment;  // hold unless the policy says otherwise
  std::optional<Clause> known_complete, credentialed;         // asked only where the policy does
};

struct ChecklistClause {
  std::string id;
  Clause missing, fail, open, review;
};

// What is the matter with waivers themselves; what they would have covered is judged by its own clauses.
struct WaiverClauses {
  Clause over_broad, not_allowed, unsigned_, expired, void_, unused;
};

struct StagePolicy {
  std::string name;
  Place place;
  Clause incomplete_scan;  // a report that was given and whose run failed
  VulnerabilityClauses vulnerabilities;
  WaiverClauses waivers;
  std::vector<FindingClause> findings;
  std::vector<ScanClause> scans;
  std::vector<AssessmentClause> assessments;
  std::vector<ChecklistClause> checklists;
};

struct Policy {
  std::string id;
  std::string version;
  std::string title;  // may be empty
  Deadlines deadlines;
  RiskPolicy risk;             // without a place: the policy has none
  std::vector<VexAuthor> vex;  // whose statements count
  std::vector<StagePolicy> stages;  // in the file's order
  std::string file;                 // as the user named it
  std::string sha256;

  const StagePolicy* find_stage(std::string_view name) const;
};

Result<Policy> load_policy(const std::filesystem::path& path);
Result<Policy> parse_policy(std::string file, std::string_view text);

}  // namespace sluice::gate
