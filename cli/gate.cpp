// sluice gate: reads the evidence, decides, prints the decision.
#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <memory>

#include "base/digest.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "gate/decision.h"
#include "report/decision_report.h"

namespace sluice {
namespace {

struct GateOptions {
  std::string policy, release, stage = "release", as_of, output, root = ".";
  std::vector<std::string> sarif, assessments, checklists, answers;
  std::string format = "text";
  bool full = false;
};

// Appends what was read or what was wrong with it, so that all bad files are told at once.
template <class T, class Use>
void take(Result<T> result, Errors& errors, Use use) {
  if (result) use(*std::move(result));
  else errors.append(std::move(result).error());
}

// `nessus=report.xml`, or a file alone, whose kind is told by its content. What stands before
// the `=` counts as a tool only if it is a plain word, so that paths may have a `=`.
std::pair<std::string, std::string> tool_and_file(const std::string& argument) {
  std::size_t equal = argument.find('=');
  bool has_tool = equal != std::string::npos && equal > 0 &&
                  argument.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == equal;
  if (!has_tool) return {"auto", argument};
  return {argument.substr(0, equal), argument.substr(equal + 1)};
}

Result<gate::Assessment> read_assessment(const std::string& argument) {
  auto [tool, file] = tool_and_file(argument);
  SLUICE_TRY(gate::ImportedReport report, gate::import_report_file(tool, file));
  return gate::to_assessment(std::move(report));
}

void read_stage(const GateOptions& options, const gate::Policy& policy, Errors& errors) {
  if (policy.find_stage(options.stage)) return;
  std::string known;
  for (const gate::StagePolicy& stage : policy.stages) known += (known.empty() ? "`" : ", `") + stage.name + "`";
  errors.add({policy.file}, "gate-stage", "the policy has no stage `" + options.stage + "`; it has " + known);
}

void read_release(const GateOptions& options, gate::GateInput& input, Errors& errors) {
  take(gate::load_release(options.release), errors, [&](gate::Release release) { input.release = std::move(release); });
  if (input.release.first_seen_file.empty()) return;
  std::filesystem::path beside = std::filesystem::path(options.release).parent_path() / input.release.first_seen_file;
  take(gate::load_first_seen(beside), errors, [&](gate::FirstSeen days) { input.first_seen = std::move(days); });
}

void read_checklists(const GateOptions& options, gate::GateInput& input, Errors& errors) {
  if (options.answers.size() > options.checklists.size())
    errors.add({}, "gate-answers", "--answers goes with --checklist: the first with the first, and so on");
  for (std::size_t i = 0; i < options.checklists.size(); ++i) {
    cli::ChecklistFiles files{options.checklists[i], i < options.answers.size() ? options.answers[i] : "", options.root};
    take(cli::evaluate_checklist(files, input.scans, input.as_of, input.release.version), errors, [&](cli::EvaluatedChecklist done) {
      input.checklists.push_back(std::move(done.evaluation));
      if (done.answers) input.answers.push_back(*std::move(done.answers));
    });
  }
}

Result<gate::GateInput> read_input(const GateOptions& options) {
  Errors errors;
  gate::GateInput input;
  input.stage = options.stage;
  take(cli::read_as_of(options.as_of), errors, [&](Date day) { input.as_of = day; });
  take(gate::load_policy(options.policy), errors, [&](gate::Policy policy) {
    read_stage(options, policy, errors);
    input.policy = std::move(policy);
  });
  read_release(options, input, errors);
  for (const std::string& file : options.sarif)
    take(checklists::load_scan(file), errors, [&](checklists::Scan scan) { input.scans.push_back(std::move(scan)); });
  for (const std::string& file : options.assessments)
    take(read_assessment(file), errors, [&](gate::Assessment one) { input.assessments.push_back(std::move(one)); });
  read_checklists(options, input, errors);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return input;
}

std::string shown(const gate::Decision& decision, const GateOptions& options) {
  report::Length length = options.full ? report::Length::Full : report::Length::OnePage;
  if (options.format == "json") return report::decision_json(decision);
  if (options.format == "markdown") return report::decision_markdown(decision, length);
  return report::decision_text(decision, length);
}

ExitCode run_gate(const GateOptions& options) {
  Result<gate::GateInput> input = read_input(options);
  if (!input) return report_errors(input.error());
  gate::Decision decision = gate::decide(*input);
  if (Result<void> written = cli::write_output(options.output, shown(decision, options)); !written) return report_errors(written.error());
  return gate::exit_code(decision);
}

}  // namespace

void add_gate_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("gate", "Decides whether a release may pass a stage: go or hold, and why");
  auto options = std::make_shared<GateOptions>();
  command->add_option("--policy", options->policy, "The policy (YAML)")->required()->type_name("FILE");
  command->add_option("--release", options->release, "The release file (YAML)")->required()->type_name("FILE");
  command->add_option("--stage", options->stage, "A stage of the policy: `pre-sandbox`, `release`")->capture_default_str()->type_name("STAGE");
  command->add_option("--sarif", options->sarif, "A report of an analyzer (SARIF 2.1.0); may be repeated")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--assessment", options->assessments, "A report of an assessment tool, `tool=file` or a file alone; may be repeated")
      ->type_name("[TOOL=]FILE")->allow_extra_args(false);
  command->add_option("--checklist", options->checklists, "A checklist to evaluate (YAML); may be repeated")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--answers", options->answers, "Answers to the checklist's manual items (YAML)")->type_name("FILE")->allow_extra_args(false);
  command->add_option("--root", options->root, "The product's tree, for checklist items about files")->capture_default_str()->type_name("DIR");
  command->add_option("--as-of", options->as_of, "Decide as of this day (default: today, UTC)")->type_name("DATE");
  command->add_option("--format", options->format, "How the decision is shown")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  command->add_flag("--full", options->full, "Show every entry of long groups (JSON always does)");
  command->add_option("--output,-o", options->output, "Write here instead of to standard output")->type_name("FILE");
  command->callback([options, &exit] { exit = run_gate(*options); });
}

}  // namespace sluice
