// cli/gate_request.h - what somebody asks the gate: files, a stage, a day.
//
// The command `gate` makes one of its options; whoever decides again from kept inputs
// makes one of what was kept. Reading is the same for both.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "gate/gate_input.h"

namespace sluice::cli {

struct GateRequest {
  std::string policy, release, stage = "release";
  std::string as_of;        // a day; "": today in UTC
  std::string root = ".";   // the product's tree, for checklist items about files
  std::vector<std::string> sarif;
  std::vector<std::string> assessments;  // `tool=file` or a file alone
  std::vector<std::string> checklists, answers;  // the first answers go with the first checklist, and so on
};

struct Reports {
  std::vector<checklists::Scan> scans;
  std::vector<gate::Assessment> assessments;
};
// Reads the scans and assessments alone, on two threads.
Result<Reports> read_reports(const GateRequest& request);

// Reads all files and tells the mistakes of all of them.
Result<gate::GateInput> read_gate_input(const GateRequest& request);

}  // namespace sluice::cli
