// gate/gate_input.h - everything that a decision is made of, read and checked.
//
// Not here: where the files come from (cli/gate.cpp), what is decided (gate/decision.h).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "checklists/evaluation.h"
#include "checklists/scan.h"
#include "gate/first_seen.h"
#include "gate/policy.h"
#include "gate/release.h"
#include "gate/vulnerability.h"

namespace sluice::gate {

// What an assessment tool's report says about itself and what it found.
struct Assessment {
  std::string file, sha256;
  std::string format;                   // "nessus", "trivy" ...
  std::string tool, tool_version;       // as the report says
  std::optional<Instant> ended;         // when the assessment ended, else when it was written
  std::vector<std::string> incomplete;  // why it cannot be trusted to be complete; empty: it can
  // What it was run on, as far as it says: hosts, addresses, images, digests.
  std::vector<std::string> targets;
  std::vector<Vulnerability> vulnerabilities;
};

struct GateInput {
  Policy policy;
  std::string stage;
  Release release;
  FirstSeen first_seen;  // without days when the release names no file
  std::vector<checklists::Scan> scans;
  std::vector<Assessment> assessments;
  std::vector<checklists::Evaluation> checklists;
  std::vector<checklists::Answers> answers;  // for the list of evidence
  Date as_of;
};

}  // namespace sluice::gate
