// cli/gate_request.h - what somebody asks the gate: files, a stage, a day.
//
// The command `gate` makes one of its options; whoever decides again from kept inputs
// makes one of what was kept. Reading is the same for both.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "gate/gate_input.h"

namespace sluice::cli {

struct GateRequest {
  std::string policy, release, stage = "release";
  std::string as_of;        // a day; "": today in UTC
  std::string policy_root;  // the folder that no `extends` leads out of; "": the policy's
  std::string baseline;     // SARIF; "": none
  std::string root = ".";   // the product's tree, for checklist items about files
  std::vector<std::string> sarif;
  std::vector<std::string> assessments;  // `tool=file` or a file alone
  std::vector<std::string> active_assessments;  // the same, of the Active version; the release file's are added
  std::vector<std::string> waivers;      // files or folders
  std::string allowed_signers;           // whose signatures count; "": nobody's
  std::vector<std::string> vex;
  std::string ratings, assets, kev, epss;  // "": none
  std::vector<std::string> checklists, answers;  // the first answers go with the first checklist, and so on
};

struct Reports {
  std::vector<checklists::Scan> scans;
  std::vector<gate::Assessment> assessments;
};
// Reads the scans and assessments alone, on two threads.
Result<Reports> read_reports(const GateRequest& request);

// `nessus=report.xml` as tool and file; of a file alone the tool is `auto`. What stands before
// the `=` counts as a tool only if it is a plain word, so that paths may have a `=`.
std::pair<std::string, std::string> tool_and_file(const std::string& argument);

// Reads all files and tells the mistakes of all of them.
Result<gate::GateInput> read_gate_input(const GateRequest& request);
// The same about a release that is told another way than by a release file.
Result<gate::GateInput> read_gate_input(const GateRequest& request, gate::Release release);

// The waivers of all files and folders, their signatures checked as of the day against the file of allowed
// signers ("": nobody's count). Also what the command `waivers` reads.
Result<gate::Waivers> read_waivers(const std::vector<std::string>& paths, const std::string& allowed_signers, Date as_of);

}  // namespace sluice::cli
