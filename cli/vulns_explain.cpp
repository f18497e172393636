// sluice vulns explain ID: which witnesses a vulnerability has, and why they are one.
#include <CLI/CLI.hpp>
#include <memory>

#include "base/text.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/gate_request.h"
#include "cli/vulns.h"
#include "gate/explanation.h"
#include "report/explanation_report.h"

namespace sluice {
namespace {

struct ExplainOptions {
  cli::GateRequest request;
  std::string name, output, format = "text";
};

ExitCode run_explain(const ExplainOptions& options) {
  Result<cli::Reports> reports = cli::read_reports(options.request);
  if (!reports) return report_errors(reports.error());
  gate::Model model(reports->assessments, reports->scans);
  std::vector<gate::Explanation> explanations;
  for (std::size_t index : gate::find_vulnerabilities(model, options.name)) explanations.push_back(gate::explain(model, index));
  if (explanations.empty()) {
    Errors errors;
    errors.add({}, "vulns-unknown", "no vulnerability of these reports is called `" + escape_terminal(options.name) +
                                        "`; expected a CVE or GHSA id, a tool's rule, or 8 digits of an identity");
    return report_errors(errors);
  }
  std::string text = options.format == "json" ? report::explanations_json(explanations) : report::explanations_text(explanations);
  if (Result<void> written = cli::write_output(options.output, text); !written) return report_errors(written.error());
  return ExitCode::Ok;
}

}  // namespace

void add_vulns_explain(CLI::App& vulns, ExitCode& exit) {
  CLI::App* command = vulns.add_subcommand("explain", "Tells which reports saw a vulnerability, and why they speak of one thing");
  auto options = std::make_shared<ExplainOptions>();
  command->add_option("id", options->name, "A CVE or GHSA id, a tool's rule, or 8 or more digits of an identity")->required()->type_name("ID");
  command->add_option("--sarif", options->request.sarif, "A report of an analyzer (SARIF 2.1.0); may be repeated")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--assessment", options->request.assessments, "A report of an assessment tool, `tool=file` or a file alone; may be repeated")
      ->type_name("[TOOL=]FILE")->allow_extra_args(false);
  command->add_option("--format", options->format, "How it is shown")->capture_default_str()->check(CLI::IsMember({"text", "json"}));
  command->add_option("--output,-o", options->output, "Write here instead of to standard output")->type_name("FILE");
  command->callback([options, &exit] { exit = run_explain(*options); });
}

}  // namespace sluice
