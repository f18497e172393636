// gate/decision.h - go or hold, and every reason for it.
//
// `decide` is a pure function: the same input gives the same decision, on any day and
// machine. Nothing is looked up, nothing is remembered, nothing is printed here.
//
// A reason names the clause of the policy that decided (with file and line), the thing
// it is about, and the smallest action that would turn it green. Reasons stand in the
// order in which somebody works them off: what holds before what is only told, missing
// evidence before everything that rests on it, then by due day and score.
//
// Not here: reading the files (gate/gate_input.h), showing a decision (report/).
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exit_code.h"
#include "gate/clock.h"
#include "gate/gate_input.h"

namespace sluice::gate {

enum class Verdict : std::uint8_t { Go, GoWithConditions, Hold };
std::string_view to_string(Verdict verdict);  // "go" "go-with-conditions" "hold"

// What somebody has to do about a reason, in the order it is best done.
enum class Action : std::uint8_t {
  Provide,  // evidence is missing, broken or stale: scan, assess, evaluate again
  Fix,      // something is wrong in the product
  Rate,     // a score is missing
  Judge,    // a person has to look
  Answer,   // a checklist item waits for a signature
  Record,   // write down what the next decision will need
  Plan,     // in time today, not for ever
};
std::string_view to_string(Action action);  // "provide" "fix" ...

// What a reason was found in. Earlier ones are causes of later ones: a scan that failed
// leaves checklist items open.
enum class Part : std::uint8_t { Scans, Assessments, Vulnerabilities, Findings, Checklists, Waivers };

// What an asset's environment makes of a score (gate/environment.h).
struct Environment {
  std::string asset;  // the entry's id
  Score without, with;
};

// The clock of a vulnerability, where a reason is about one.
struct Timing {
  std::optional<Score> score;
  std::optional<Band> band;
  std::string rating;  // how the score was chosen, for people
  Date first_seen;
  std::string first_seen_source;
  std::optional<Date> due;
  std::string due_because = {};  // where not the band's days alone make the due day; else empty
  std::optional<Environment> environment = {};
};

// Another vulnerability that is an echo of the same cause (gate/links.h). It counts on its own.
struct Echo {
  std::string identity, name, where;
  std::string why;  // one sentence
};

struct Reason {
  Effect effect = Effect::Hold;
  Action action = Action::Fix;
  Part part = Part::Scans;  // set by decide()
  Clause clause;
  std::string subject;   // "CVE-2026-1 in openssl 3.0.1", "checklist item penetration-test"
  std::string where;     // "src/a.c:12", "10.0.0.5 tcp/443"; may be empty
  std::string what;      // one sentence: what is the matter
  std::string remedy;    // one sentence: the smallest action that turns it green
  std::string identity;  // of the vulnerability or result; else empty
  std::optional<Timing> timing;
  std::vector<Echo> echoes;      // a few
  std::size_t more_echoes = 0;   // not listed
  std::optional<std::size_t> in_model;  // the vulnerability, by its place in gate/model.h; means nothing outside of `decide`
  // The evidence is not whole: what it would have shown is not known.
  bool is_incomplete = false;
  // The weakness was there before, by the stage's `new-since`: `mode: ratchet` only tells it.
  bool is_known = false;
  // What the clause says, where the stage's `mode` made a report of it.
  std::optional<Effect> without_mode;
};

// What became of one clause: how much it looked at, how often it decided, and why not.
// Every clause of the stage has one, also those that never decided.
struct Account {
  Clause clause;
  std::string looks_at;  // "open results", "vulnerabilities with a deadline"
  std::size_t looked_at = 0, decided = 0;
  std::map<std::string, std::size_t> why_not;  // reason -> how many of what it looked at
};

// Something that was found and is not judged, because somebody who may do so said so.
struct SetAside {
  std::string by;        // "waiver", "statement"
  std::string id;        // of the waiver; "not-affected" or "fixed" of a statement
  Place place;           // of the waiver; of a statement its file
  std::string who;       // approver or author
  std::string why;
  std::string level;     // of the risk; empty for a statement
  int renewals = 0;
  std::optional<Date> until;  // the last day; a statement has none
  std::string subject, where, identity;
  std::optional<Timing> timing;
};

struct BandCount {
  std::size_t open = 0, overdue = 0, due_soon = 0, overdue_at_ship_date = 0;
};

struct Counts {
  std::array<BandCount, 3> bands;  // indexed by Band
  std::size_t unrated = 0;
  std::size_t vulnerabilities = 0;                   // distinct and not waived by their report
  std::size_t suppressed_vulnerabilities = 0;
  std::size_t waived = 0;                            // by a waiver that is in force; results too
  std::size_t cleared = 0;                           // by a statement that the policy trusts
  std::size_t fixed_in_candidate = 0;                // still open in the Active version
  std::array<std::size_t, 4> results{};              // open SARIF results, indexed by sarif::Level
  std::size_t suppressed_results = 0, undecided_results = 0;
  std::array<std::size_t, 6> checklist_items{};      // indexed by sarif::Kind
};

// A file that the decision rests on.
struct EvidenceFile {
  // "policy", "release", "first-seen", "ledger", "baseline", "scan", "assessment", "active-assessment", "checklist", "answers", "allowed-signers", "waivers", "vex",
  // "ratings", "environment", "kev", "epss"
  std::string role;
  std::string file;
  std::string sha256;
  std::string about;  // "Sluice 0.1.0, 2026-09-20, 212 results, complete"
};

struct Decision {
  Verdict verdict = Verdict::Hold;
  std::string stage;
  Date as_of;
  Release release;
  std::string policy_id, policy_version;
  ModeSetting mode;
  int due_soon_days = 0;
  std::vector<Reason> reasons;  // sorted
  std::vector<Account> accounts;  // of all clauses of the stage, by place in the files
  Counts counts;
  std::vector<SetAside> set_aside;     // by due day, then name
  std::vector<EvidenceFile> evidence;  // policy and release first, then as given

  std::size_t count(Effect effect) const;
};

struct Standing;
// `standings`: gets where everything on the clock stands (gate/standing.h); null: nobody asks.
Decision decide(const GateInput& input, std::vector<Standing>* standings = nullptr);

// Ok for go (with or without conditions); Incomplete when a hold is for evidence that is
// not whole, since more may be hidden behind it; else Blocked.
ExitCode exit_code(const Decision& decision);

}  // namespace sluice::gate
