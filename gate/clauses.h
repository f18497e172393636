// gate/clauses.h - the parts of a decision: one function and one file for each kind of clause.
//
// To add a kind: write clauses_<kind>.cpp, declare it here, call it in decide().
#pragma once
#include "gate/decision.h"

namespace sluice::gate {

class WaiverBook;
class VexBook;
class RatingBook;

// What a function of this header reads, and where it writes.
struct Deciding {
  const GateInput& input;
  const StagePolicy& stage;
  Decision& decision;
  WaiverBook& waivers;
  VexBook& statements;
  RatingBook& ratings;
  std::vector<Standing>* standings;  // may be null
  // `effect` and `clause` of the reason are taken from `clause`.
  void add(const Clause& clause, Reason reason) const;
};

void judge_scans(const Deciding& deciding);            // required scans; runs that failed
void judge_assessments(const Deciding& deciding);      // required assessments, of this version on this sandbox
void judge_vulnerabilities(const Deciding& deciding);  // deadlines, unrated, waived by their tool
void judge_findings(const Deciding& deciding);         // SARIF results
void judge_checklists(const Deciding& deciding);
void judge_waivers(const Deciding& deciding);          // waivers and events that do not count; last, since it asks what they were of use for
void judge_feeds(const Deciding& deciding);            // KEV and EPSS files that the policy wants

}  // namespace sluice::gate
