// sluice checklist run|show: evaluates a checklist, or shows what it asks.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/evidence.h"
#include "report/checklist_report.h"
#include "sarif/writer.h"

namespace sluice {
namespace {

struct RunOptions {
  std::string checklist, answers, root = ".", as_of, release, output;
  std::vector<std::string> sarif;
  std::string format = "text";
};

Result<cli::EvaluatedChecklist> evaluate(const RunOptions& options) {
  Errors errors;
  std::vector<checklists::Scan> scans;
  for (const std::string& file : options.sarif) {
    Result<checklists::Scan> scan = checklists::load_scan(file);
    if (scan) scans.push_back(*std::move(scan));
    else errors.append(std::move(scan).error());
  }
  Result<Date> as_of = cli::read_as_of(options.as_of);
  if (!as_of) errors.append(std::move(as_of).error());
  Result<cli::EvaluatedChecklist> done = fail({}, "", "");
  cli::ChecklistFiles files{options.checklist, options.answers, options.root};
  done = cli::evaluate_checklist(files, scans, as_of.value_or(Date{}), options.release);
  if (!done) errors.append(std::move(done).error());
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return done;
}

// Failed items and items that wait for a person block; evidence that is missing makes
// the evaluation incomplete.
ExitCode exit_code(const checklists::Evaluation& evaluation) {
  using sarif::Kind;
  if (evaluation.count(Kind::Fail) + evaluation.count(Kind::Review) > 0) return ExitCode::Blocked;
  return evaluation.count(Kind::Open) > 0 ? ExitCode::Incomplete : ExitCode::Ok;
}

ExitCode run_checklist(const RunOptions& options) {
  Result<cli::EvaluatedChecklist> done = evaluate(options);
  if (!done) return report_errors(done.error());
  const checklists::Evaluation& evaluation = done->evaluation;
  std::string log = sarif::write_log(checklists::to_log(evaluation));
  if (!options.output.empty())
    if (Result<void> written = cli::write_output(options.output, log); !written) return report_errors(written.error());
  std::string printed = options.format == "text" ? report::evaluation_text(evaluation) : options.output.empty() ? log : "";
  if (Result<void> written = cli::write_output("", printed); !written) return report_errors(written.error());
  return exit_code(evaluation);
}

ExitCode show_checklist(const std::string& file) {
  Result<checklists::Checklist> checklist = checklists::load_checklist(file);
  if (!checklist) return report_errors(checklist.error());
  Result<void> written = cli::write_output("", report::checklist_text(*checklist));
  return written ? ExitCode::Ok : report_errors(written.error());
}

void add_run(CLI::App& checklist, ExitCode& exit) {
  CLI::App* command = checklist.add_subcommand("run", "Evaluates a checklist on scans, files and answers");
  auto options = std::make_shared<RunOptions>();
  command->add_option("CHECKLIST", options->checklist, "The checklist (YAML)")->required();
  command->add_option("--sarif", options->sarif, "A report of an analyzer (SARIF 2.1.0); may be repeated")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--root", options->root, "The product's tree")->capture_default_str()->type_name("DIR");
  command->add_option("--answers", options->answers, "Answers to the manual items (YAML)")->type_name("FILE");
  command->add_option("--release", options->release, "The version that is to go out: answers for another one do not count")->type_name("VERSION");
  command->add_option("--as-of", options->as_of, "Evaluate as of this day (default: today, UTC)")->type_name("DATE");
  command->add_option("--output,-o", options->output, "Write the results as SARIF here")->type_name("FILE");
  command->add_option("--format", options->format, "What is printed")->capture_default_str()->check(CLI::IsMember({"text", "sarif"}));
  command->callback([options, &exit] { exit = run_checklist(*options); });
}

}  // namespace

void add_checklist_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("checklist", "Release security checklists: what they ask, and the answers");
  command->require_subcommand(1);
  add_run(*command, exit);
  CLI::App* show = command->add_subcommand("show", "Shows what a checklist asks, how it is evaluated and for which controls");
  auto file = std::make_shared<std::string>();
  show->add_option("CHECKLIST", *file, "The checklist (YAML)")->required();
  show->callback([file, &exit] { exit = show_checklist(*file); });
}

}  // namespace sluice
