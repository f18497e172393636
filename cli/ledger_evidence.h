// cli/ledger_evidence.h - what a ledger knows of vulnerabilities: since when, and what decisions named in which version.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/ledger_days.h"
#include "gate/exposure.h"

namespace sluice::cli {

struct LedgerEvidence {
  std::string id;  // of the ledger; empty: there is none
  Days first_seen;
  std::vector<gate::RecordedVulnerability> recorded;
};

// `ledger`: a file or postgresql://...; empty: nothing is known. `ids`: CVE or GHSA ids and identities that decisions are asked
// for; without any they are not read. Errors: it cannot be read, or a decision in it is none.
Result<LedgerEvidence> read_ledger_evidence(const std::string& ledger, const std::vector<std::string>& ids = {});

// The clocks of the input start on the earliest day that it or the ledger tells.
void use_ledger(const LedgerEvidence& evidence, gate::GateInput& input);

}  // namespace sluice::cli
