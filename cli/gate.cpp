// sluice gate: reads the evidence, decides, prints the decision.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/decision_record.h"
#include "cli/gate_request.h"
#include "gate/decision.h"
#include "report/decision_report.h"

namespace sluice {
namespace {

struct GateOptions {
  cli::GateRequest request;
  std::string output;
  std::string format = "text";
  bool full = false;
  cli::RecordOptions record;
};

std::string shown(const gate::Decision& decision, const GateOptions& options) {
  report::Length length = options.full ? report::Length::Full : report::Length::OnePage;
  if (options.format == "json") return report::decision_json(decision);
  if (options.format == "markdown") return report::decision_markdown(decision, length);
  return report::decision_text(decision, length);
}

ExitCode run_gate(const GateOptions& options) {
  Result<cli::Recorder> recorder = cli::Recorder::open(options.record, options.request);
  if (!recorder) return report_errors(recorder.error());
  Result<gate::GateInput> input = recorder->read_input();
  if (!input) return report_errors(input.error());
  gate::Decision decision = gate::decide(*input);
  if (Result<void> recorded = recorder->record(*input, decision); !recorded) return report_errors(recorded.error());
  if (Result<void> written = cli::write_output(options.output, shown(decision, options)); !written) return report_errors(written.error());
  return gate::exit_code(decision);
}

}  // namespace

void add_gate_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("gate", "Decides whether a release may pass a stage: go or hold, and why");
  auto options = std::make_shared<GateOptions>();
  command->add_option("--policy", options->request.policy, "The policy (YAML)")->required()->type_name("FILE");
  command->add_option("--release", options->request.release, "The release file (YAML)")->required()->type_name("FILE");
  command->add_option("--stage", options->request.stage, "A stage of the policy: `pre-sandbox`, `release`")->capture_default_str()->type_name("STAGE");
  command->add_option("--sarif", options->request.sarif, "A report of an analyzer (SARIF 2.1.0); may be repeated")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--assessment", options->request.assessments, "A report of an assessment tool, `tool=file` or a file alone; may be repeated")
      ->type_name("[TOOL=]FILE")->allow_extra_args(false);
  command->add_option("--checklist", options->request.checklists, "A checklist to evaluate (YAML); may be repeated")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--answers", options->request.answers, "Answers to the checklist's manual items (YAML)")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--root", options->request.root, "The product's tree, for checklist items about files")->capture_default_str()->type_name("DIR");
  command->add_option("--as-of", options->request.as_of, "Decide as of this day (default: today, UTC)")->type_name("DATE");
  command->add_option("--format", options->format, "How the decision is shown")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  command->add_flag("--full", options->full, "Show every entry of long groups (JSON always does)");
  command->add_option("--output,-o", options->output, "Write here instead of to standard output")->type_name("FILE");
  cli::add_record_options(*command, options->record);
  command->callback([options, &exit] { exit = run_gate(*options); });
}

}  // namespace sluice
