// gate/clauses.h - the parts of a decision: one function and one file for each kind of clause.
//
// To add a kind: write clauses_<kind>.cpp, declare it here, call it in decide().
#pragma once
#include <map>
#include <unordered_map>

#include "gate/decision.h"

namespace sluice::gate {

class Model;
class WaiverBook;
class VexBook;
class RatingBook;

// What became of each clause of the stage, known by its address.
class Accounts {
 public:
  // Each clause is announced before anything is judged, so that one that never decides is told too.
  void open(const Clause& clause, std::string_view looks_at);
  void decided(const Clause& clause);
  void why_not(const Clause& clause, std::string_view reason);
  std::vector<Account> take();  // by place

 private:
  struct Entry {
    Account account;
    // Reasons are few and mostly the same literals: cheaper than looking up a text each time.
    std::vector<std::pair<std::string, std::size_t>> why_not;
  };
  Entry& of(const Clause& clause);
  std::unordered_map<const Clause*, Entry> entries_;
  // Clauses that were made for a reason rather than read (`deadlines.due-soon-days`).
  std::map<std::pair<Place, std::string>, Entry> made_;
};

// What a function of this header reads, and where it writes.
struct Deciding {
  const GateInput& input;
  const StagePolicy& stage;
  const Model& model;  // of all that the input's reports tell
  Decision& decision;
  Accounts& accounts;
  WaiverBook& waivers;
  VexBook& statements;
  RatingBook& ratings;
  std::vector<Standing>* standings;  // may be null
  // `effect` and `clause` of the reason are taken from `clause`, as far as the stage's mode lets it.
  void add(const Clause& clause, Reason reason) const;
  // The clause looked at something and did not decide: for whoever asks why not.
  void pass(const Clause& clause, std::string_view why_not) const { accounts.why_not(clause, why_not); }
  // By the stage's `new-since`. Only a ratchet asks.
  bool is_known(const Facts& facts) const;
  TermContext term_context() const { return {input.as_of, input.release}; }
};

// Why a clause did not decide about something that one before it decided.
inline constexpr std::string_view kEarlierClause = "decided by an earlier clause";
inline constexpr std::string_view kWaived = "waived";

void judge_scans(const Deciding& deciding);            // required scans; runs that failed
void judge_assessments(const Deciding& deciding);      // required assessments, of this version on this sandbox
void judge_vulnerabilities(const Deciding& deciding);  // deadlines, unrated, waived by their tool
void judge_findings(const Deciding& deciding);         // SARIF results; after the vulnerabilities, some of which they are
void judge_checklists(const Deciding& deciding);
void judge_waivers(const Deciding& deciding);          // waivers and events that do not count; last, since it asks what they were of use for
void judge_feeds(const Deciding& deciding);            // KEV and EPSS files that the policy wants

}  // namespace sluice::gate
