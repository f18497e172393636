// sluice gate: reads the evidence, decides, prints the decision.
#include <CLI/CLI.hpp>
#include <memory>

#include "base/digest.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/decision_record.h"
#include "cli/evidence.h"
#include "cli/gate_options.h"
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
  cli::RecordOptions record;
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
  Result<cli::Recorder> recorder = cli::Recorder::open(options.record, options.request);
  if (!recorder) return report_errors(recorder.error());
  Result<gate::GateInput> input = recorder->read_input();
  if (!input) return report_errors(input.error());
  gate::Decision decision = gate::decide(*input);
  if (Result<void> recorded = recorder->record(*input, decision); !recorded) return report_errors(recorded.error());
  Result<std::string> text = shown(decision, *input, options);
  if (!text) return report_errors(text.error());
  if (Result<void> written = cli::write_output(options.output, *text); !written) return report_errors(written.error());
  return gate::exit_code(decision);
}

}  // namespace

void add_gate_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("gate", "Decides whether a release may pass a stage: go or hold, and why");
  auto options = std::make_shared<GateOptions>();
  cli::add_gate_inputs(*command, options->request);
  command->add_option("--format", options->format, "How the decision is shown")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json", "markdown", "html", "junit", "sarif"}));
  command->add_flag("--explain", options->explain, "Tell of every clause what it looked at and why it did not decide (JSON and HTML always do)");
  command->add_flag("--full", options->full, "Show every entry of long groups (JSON, HTML, JUnit and SARIF always do)");
  command->add_option("--output,-o", options->output, "Write here instead of to standard output")->type_name("FILE");
  cli::add_record_options(*command, options->record);
  command->callback([options, &exit] { exit = run_gate(*options); });
}

}  // namespace sluice
