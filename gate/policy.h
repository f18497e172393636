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
// A policy may build on another: `extends: company.yaml`. It then takes over all of it and
// can only tighten: fewer days, a stronger effect, more that is asked for. What would loosen
// is a mistake that names both places (gate/policy_tightening.h).
//
// docs/policy.md explains every key; gate/policy.schema.json is for editors.
// To add a clause: a member here, a line in policy.cpp and one in policy_tightening.cpp, its
// use in a gate/clauses_*.cpp, the schema, the page, and a case in
// tests/unit/gate/decision_cases.yaml.
//
// Not here: how a clause is applied (gate/decision.h).
#pragma once
#include <array>
#include <filesystem>
#include <functional>
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
#include "gate/signoff_rules.h"
#include "gate/terms.h"

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

// How much of what the clauses say is meant yet: the one setting of a roll-out.
enum class Mode : std::uint8_t {
  ReportOnly,  // everything is told, nothing holds
  Ratchet,     // what was there before is told, what is new counts in full; evidence must be whole
  Block,       // everything counts
};
std::string_view to_string(Mode mode);  // "report-only" "ratchet" "block"

struct ModeSetting {
  Mode mode = Mode::Block;
  Place place;  // of the policy when it does not say
};

struct BandDeadline {
  std::optional<int> days;  // nothing: best effort
  Place place;
  Place from_place;  // of the lowest score of the band
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
  Clause statement_unmatched;    // VEX says that something is affected which no report found
  Clause re_rating_void;         // a re-rating or a wait for a vendor that does not count
  struct Ceiling {
    Score from;
    Clause clause;
  };
  std::optional<Ceiling> open_at_or_above;  // holds whatever its deadline says
};

// What a clause does with the weaknesses it means. `when` of a finding has the filter of
// checklists as well, that of a vulnerability the globs.
struct WeaknessClause {
  Clause clause;
  std::string id;
  Terms terms;
  bool on_the_clock = false;  // `then: deadline`
};

struct FindingClause : WeaknessClause {
  checklists::ResultFilter when;
};

// Vulnerabilities that no clause means are judged by their deadline.
struct VulnerabilityClause : WeaknessClause {
  std::vector<std::string> ids;         // globs over CVE, GHSA and identity; empty: any
  std::vector<std::string> components;  // globs over names of components
};

struct ScanClause {
  Clause clause;
  std::string id;
  Place place;  // of the item as a whole
  std::vector<std::string> tools;  // any of them will do
  std::optional<int> max_age_days;
  std::optional<int> min_coverage_percent;
  bool same_commit = false;
  std::vector<int> cwes;  // sorted; rules for each of them must have been run
};

struct AssessmentClause {
  Clause clause;
  std::string id;
  Place place;  // of the item as a whole
  std::vector<std::string> tools;  // formats or tool names; any of them will do. Empty: any
  std::optional<int> max_age_days;
  std::optional<int> max_feed_age_days;  // of the tool's data, on the day of the assessment
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
  std::string extends;  // a stage; empty: none
  ModeSetting mode;
  NewSince new_since;  // what `mode: ratchet` counts as new
  Clause incomplete_scan;  // a report that was given and whose run failed
  VulnerabilityClauses vulnerabilities;
  WaiverClauses waivers;
  std::vector<VulnerabilityClause> vulnerability_clauses;
  std::vector<FindingClause> findings;
  std::vector<ScanClause> scans;
  std::vector<AssessmentClause> assessments;
  std::vector<ChecklistClause> checklists;
  std::optional<SignoffRules> signoff;  // nothing: nobody is asked to sign
};

// A file that a policy extends.
struct PolicyFile {
  std::string id, version, file, sha256;
};

struct Policy {
  std::string id;
  std::string version;
  std::string title;  // may be empty
  Deadlines deadlines;
  RiskPolicy risk;             // without a place: the policy has none
  std::vector<VexAuthor> vex;  // whose statements count
  ScopeGlobs scopes;
  ModeSetting mode;                     // of stages that do not say
  std::optional<SignoffRules> signoff;  // the same
  std::vector<StagePolicy> stages;  // in the file's order; those of what it extends first
  std::string file;                 // as the user named it
  std::string sha256;
  std::vector<PolicyFile> bases;  // what it extends, the nearest first

  const StagePolicy* find_stage(std::string_view name) const;
};

// `root` is the folder that no `extends` may lead out of; empty: the folder of `path`.
Result<Policy> load_policy(const std::filesystem::path& path, const std::filesystem::path& root = {});

// Gives the text of the file that a policy extends: `path` is relative to `from`, the file
// of the policy. Also says how that file is to be named.
struct PolicyText {
  std::string file, text;
};
using ReadPolicyText = std::function<Result<PolicyText>(const std::string& from, const std::string& path)>;

// Without a reader a policy cannot extend another.
Result<Policy> parse_policy(std::string file, std::string_view text, const ReadPolicyText& read = {});

}  // namespace sluice::gate
