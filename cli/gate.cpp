// sluice gate: reads the evidence, decides, prints the decision.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/decision_record.h"
#include "cli/evidence.h"
#include "cli/gate_options.h"
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
  cli::add_gate_inputs(*command, options->request);
  command->add_option("--format", options->format, "How the decision is shown")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  command->add_flag("--full", options->full, "Show every entry of long groups (JSON always does)");
  command->add_option("--output,-o", options->output, "Write here instead of to standard output")->type_name("FILE");
  cli::add_record_options(*command, options->record);
  command->callback([options, &exit] { exit = run_gate(*options); });
}

}  // namespace sluice
