#include "cli/gate_request.h"

#include <filesystem>

#include "cli/evidence.h"

namespace sluice::cli {
namespace {

// Appends what was read or what was wrong with it, so that all bad files are told at once.
template <class T, class Use>
void take(Result<T> result, Errors& errors, Use use) {
  if (result) use(*std::move(result));
  else errors.append(std::move(result).error());
}

Result<gate::Assessment> read_assessment(const std::string& argument) {
  auto [tool, file] = tool_and_file(argument);
  SLUICE_TRY(gate::ImportedReport report, gate::import_report_file(tool, file));
  return gate::to_assessment(std::move(report));
}

void read_stage(const GateRequest& request, const gate::Policy& policy, Errors& errors) {
  if (policy.find_stage(request.stage)) return;
  std::string known;
  for (const gate::StagePolicy& stage : policy.stages) known += (known.empty() ? "`" : ", `") + stage.name + "`";
  errors.add({policy.file}, "gate-stage", "the policy has no stage `" + request.stage + "`; it has " + known);
}

void read_release(const GateRequest& request, gate::GateInput& input, Errors& errors) {
  take(gate::load_release(request.release), errors, [&](gate::Release release) { input.release = std::move(release); });
  if (input.release.first_seen_file.empty()) return;
  std::filesystem::path beside = std::filesystem::path(request.release).parent_path() / input.release.first_seen_file;
  take(gate::load_first_seen(beside), errors, [&](gate::FirstSeen days) { input.first_seen = std::move(days); });
}

void read_checklists(const GateRequest& request, gate::GateInput& input, Errors& errors) {
  if (request.answers.size() > request.checklists.size())
    errors.add({}, "gate-answers", "--answers goes with --checklist: the first with the first, and so on");
  for (std::size_t i = 0; i < request.checklists.size(); ++i) {
    ChecklistFiles files{request.checklists[i], i < request.answers.size() ? request.answers[i] : "", request.root};
    take(evaluate_checklist(files, input.scans, input.as_of, input.release.version), errors, [&](EvaluatedChecklist done) {
      input.checklists.push_back(std::move(done.evaluation));
      if (done.answers) input.answers.push_back(*std::move(done.answers));
    });
  }
}

}  // namespace

std::pair<std::string, std::string> tool_and_file(const std::string& argument) {
  std::size_t equal = argument.find('=');
  bool has_tool = equal != std::string::npos && equal > 0 &&
                  argument.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == equal;
  if (!has_tool) return {"auto", argument};
  return {argument.substr(0, equal), argument.substr(equal + 1)};
}

Result<gate::GateInput> read_gate_input(const GateRequest& request) {
  Errors errors;
  gate::GateInput input;
  input.stage = request.stage;
  take(read_as_of(request.as_of), errors, [&](Date day) { input.as_of = day; });
  take(gate::load_policy(request.policy), errors, [&](gate::Policy policy) {
    read_stage(request, policy, errors);
    input.policy = std::move(policy);
  });
  read_release(request, input, errors);
  for (const std::string& file : request.sarif)
    take(checklists::load_scan(file), errors, [&](checklists::Scan scan) { input.scans.push_back(std::move(scan)); });
  for (const std::string& file : request.assessments)
    take(read_assessment(file), errors, [&](gate::Assessment one) { input.assessments.push_back(std::move(one)); });
  read_checklists(request, input, errors);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return input;
}

}  // namespace sluice::cli
