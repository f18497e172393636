#include "cli/gate_options.h"

#include <CLI/CLI.hpp>

namespace sluice::cli {

namespace {

void add_one(CLI::App& command, const char* name, std::string& value, const char* help, const char* type = "FILE") {
  command.add_option(name, value, help)->type_name(type)->capture_default_str();
}

// Each use of the option takes one value: what follows is another option or a stray argument.
void add_many(CLI::App& command, const char* name, std::vector<std::string>& values, const char* help, const char* type = "FILE") {
  command.add_option(name, values, help)->type_name(type)->allow_extra_args(false);
}

}  // namespace

void add_judging_inputs(CLI::App& command, GateRequest& request) {
  command.add_option("--policy", request.policy, "The policy (YAML)")->required()->type_name("FILE");
  add_one(command, "--policy-root", request.policy_root, "The folder that no `extends` of a policy leads out of (default: the policy's)", "DIR");
  add_one(command, "--stage", request.stage, "A stage of the policy: `pre-sandbox`, `release`", "STAGE");
  add_many(command, "--waivers", request.waivers, "Accepted risks (YAML), a file or a folder of them; may be repeated", "PATH");
  add_one(command, "--allowed-signers", request.allowed_signers, "Whose signatures count (OpenSSH allowed_signers)");
  add_many(command, "--vex", request.vex, "Statements on vulnerabilities (OpenVEX, CycloneDX); may be repeated");
  add_one(command, "--ratings", request.ratings, "Re-ratings and waits for vendors (YAML)");
  add_one(command, "--assets", request.assets, "Environmental metrics by asset (YAML)");
  add_one(command, "--kev", request.kev, "CISA's catalog of known exploited vulnerabilities (JSON)");
  add_one(command, "--epss", request.epss, "FIRST's table of EPSS scores (CSV)");
  add_one(command, "--as-of", request.as_of, "Decide as of this day (default: today, UTC)", "DATE");
}

void add_gate_inputs(CLI::App& command, GateRequest& request, ReleaseFile release) {
  add_judging_inputs(command, request);
  command.add_option("--release", request.release, "The release file (YAML)")->required(release == ReleaseFile::Required)->type_name("FILE");
  add_one(command, "--baseline", request.baseline, "What was known before (SARIF, such as `--format sarif` of an earlier decision)");
  add_many(command, "--sarif", request.sarif, "A report of an analyzer (SARIF 2.1.0); may be repeated");
  add_many(command, "--assessment", request.assessments, "A report of an assessment tool, `tool=file` or a file alone; may be repeated", "[TOOL=]FILE");
  add_many(command, "--active-assessment", request.active_assessments, "A report on the Active version; may be repeated", "[TOOL=]FILE");
  add_many(command, "--checklist", request.checklists, "A checklist to evaluate (YAML); may be repeated");
  add_many(command, "--answers", request.answers, "Answers to the checklist's manual items (YAML)");
  add_one(command, "--root", request.root, "The product's tree, for checklist items about files", "DIR");
}

}  // namespace sluice::cli
