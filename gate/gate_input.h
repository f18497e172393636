// gate/gate_input.h - everything that a decision is made of, read and checked.
//
// Not here: where the files come from (cli/gate.cpp), what is decided (gate/decision.h).
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"
#include "checklists/evaluation.h"
#include "checklists/scan.h"
#include "gate/baseline.h"
#include "gate/environment.h"
#include "gate/first_seen.h"
#include "gate/importer.h"
#include "gate/policy.h"
#include "gate/re_rating.h"
#include "gate/release.h"
#include "gate/sameness_traits.h"
#include "gate/threat_feeds.h"
#include "gate/vex_document.h"
#include "gate/waiver.h"

namespace sluice::gate {

// A report of an assessment tool, with its times as far as they can be told.
struct Assessment {
  ImportedReport report;  // its vulnerabilities are in `compact`
  ReportTraits parts;      // of each of them: what sameness is decided by (gate/model.h)
  std::set<std::string> targets;  // named by the report, and the hosts, addresses and images of what it found
  std::optional<Instant> began, ended;
  bool has_hours = false;  // false: `began` and `ended` are the first seconds of their days
  const std::vector<std::string>& why_incomplete() const { return report.incomplete_reasons; }
  bool is_incomplete() const { return report.completeness == Completeness::Incomplete; }
};
Assessment to_assessment(ImportedReport report);
// Reads a report in the memory that a decision needs of it.
Result<Assessment> load_assessment(std::string_view tool, const std::string& path);

// Whose signatures were believed.
struct TrustFile {
  std::string file, sha256;  // empty: nobody's
  std::size_t signers = 0;
};

struct GateInput {
  Policy policy;
  std::string stage;
  Release release;
  FirstSeen first_seen;  // without days when the release names no file
  FirstSeen ledger_days;  // what of `first_seen` came from a ledger; without a name when none was asked
  Baseline baseline;     // without a file when none was given
  std::vector<checklists::Scan> scans;
  std::vector<Assessment> assessments;
  std::vector<checklists::Evaluation> checklists;
  std::vector<checklists::Answers> answers;  // for the list of evidence
  std::vector<Assessment> active_assessments;  // of the Active version
  TrustFile allowed_signers;
  Waivers waivers;                             // with their signatures checked
  std::vector<VexDocument> vex;
  RatingEvents ratings;                        // with their signatures checked
  Environments environments;
  std::optional<KevCatalog> kev;
  std::optional<EpssScores> epss;
  Date as_of;
};

}  // namespace sluice::gate
