// sluice gate: reads the evidence, decides, prints the decision.
#include <CLI/CLI.hpp>
#include <memory>

#include "base/digest.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/gate_request.h"
#include "gate/decision.h"
#include "report/decision_report.h"
#include "sarif/reader.h"

namespace sluice {
namespace {

struct GateOptions {
  cli::GateRequest request;
  std::string output;
  std::string format = "text";
  bool full = false, explain = false;
};

// The logs whole: a decision keeps of them only what it looks at. What is merged must be what was decided about.
Result<std::vector<sarif::Log>> read_again(const std::vector<checklists::Scan>& scans) {
  std::vector<sarif::Log> logs;
  for (const checklists::Scan& scan : scans) {
    SLUICE_TRY(std::string text, read_file(scan.file));
    if (sha256_hex(text) != scan.sha256) return fail({scan.file}, "gate-changed", "the file was changed while the decision was made");
    SLUICE_TRY(sarif::Log log, sarif::read_log(scan.file, std::move(text)));
    logs.push_back(std::move(log));
  }
  return logs;
}

Result<std::string> shown(const gate::Decision& decision, const gate::GateInput& input, const GateOptions& options) {
  report::Length length = options.full ? report::Length::Full : report::Length::OnePage;
  if (options.format == "json") return report::decision_json(decision);
  if (options.format == "html") return report::decision_html(decision);
  if (options.format == "junit") return report::decision_junit(decision);
  if (options.format == "sarif") {
    SLUICE_TRY(std::vector<sarif::Log> logs, read_again(input.scans));
    return report::decision_sarif(decision, input, std::move(logs));
  }
  if (options.format == "markdown") return report::decision_markdown(decision, length) + (options.explain ? report::accounts_markdown(decision) : "");
  return report::decision_text(decision, length) + (options.explain ? "\n" + report::accounts_text(decision) : "");
}

ExitCode run_gate(const GateOptions& options) {
  Result<gate::GateInput> input = cli::read_gate_input(options.request);
  if (!input) return report_errors(input.error());
  gate::Decision decision = gate::decide(*input);
  Result<std::string> text = shown(decision, *input, options);
  if (!text) return report_errors(text.error());
  if (Result<void> written = cli::write_output(options.output, *text); !written) return report_errors(written.error());
  return gate::exit_code(decision);
}

}  // namespace

void add_gate_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("gate", "Decides whether a release may pass a stage: go or hold, and why");
  auto options = std::make_shared<GateOptions>();
  command->add_option("--policy", options->request.policy, "The policy (YAML)")->required()->type_name("FILE");
  command->add_option("--release", options->request.release, "The release file (YAML)")->required()->type_name("FILE");
  command->add_option("--stage", options->request.stage, "A stage of the policy: `pre-sandbox`, `release`")->capture_default_str()->type_name("STAGE");
  command->add_option("--policy-root", options->request.policy_root, "The folder that no `extends` of a policy leads out of (default: the policy's)")->type_name("DIR");
  command->add_option("--baseline", options->request.baseline, "What was known before (SARIF, such as `--format sarif` of an earlier decision)")->type_name("FILE");
  command->add_option("--sarif", options->request.sarif, "A report of an analyzer (SARIF 2.1.0); may be repeated")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--assessment", options->request.assessments, "A report of an assessment tool, `tool=file` or a file alone; may be repeated")
      ->type_name("[TOOL=]FILE")->allow_extra_args(false);
  command->add_option("--checklist", options->request.checklists, "A checklist to evaluate (YAML); may be repeated")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--answers", options->request.answers, "Answers to the checklist's manual items (YAML)")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--root", options->request.root, "The product's tree, for checklist items about files")->capture_default_str()->type_name("DIR");
  command->add_option("--as-of", options->request.as_of, "Decide as of this day (default: today, UTC)")->type_name("DATE");
  command->add_option("--format", options->format, "How the decision is shown")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json", "markdown", "html", "junit", "sarif"}));
  command->add_flag("--explain", options->explain, "Tell of every clause what it looked at and why it did not decide (JSON and HTML always do)");
  command->add_flag("--full", options->full, "Show every entry of long groups (JSON, HTML, JUnit and SARIF always do)");
  command->add_option("--output,-o", options->output, "Write here instead of to standard output")->type_name("FILE");
  command->callback([options, &exit] { exit = run_gate(*options); });
}

}  // namespace sluice
