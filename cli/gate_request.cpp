#include "cli/gate_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <optional>
#include <thread>

#include "base/digest.h"
#include "base/file.h"
#include "cli/evidence.h"
#include "signoff/verify_signature.h"

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
  return gate::load_assessment(tool, file);
}

std::uintmax_t size_of(const std::string& path) {
  std::error_code error;
  std::uintmax_t size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

// Scans and assessments, large files first so that no thread is left with one at the end. A report
// takes memory while it is read, so there are no more threads than two.
void read_reports_of(const GateRequest& request, std::vector<checklists::Scan>& all_scans, std::vector<gate::Assessment>& all_assessments, Errors& errors) {
  constexpr unsigned kThreads = 2;
  std::vector<std::optional<Result<checklists::Scan>>> scans(request.sarif.size());
  std::vector<std::optional<Result<gate::Assessment>>> assessments(request.assessments.size());
  std::vector<std::pair<std::uintmax_t, std::size_t>> order;
  for (std::size_t i = 0; i < scans.size(); ++i) order.emplace_back(size_of(request.sarif[i]), i);
  for (std::size_t i = 0; i < assessments.size(); ++i)
    order.emplace_back(size_of(tool_and_file(request.assessments[i]).second), scans.size() + i);
  std::ranges::stable_sort(order, std::ranges::greater(), [](const auto& one) { return one.first; });
  std::atomic<std::size_t> next = 0;
  auto work = [&] {
    for (std::size_t at = next++; at < order.size(); at = next++) {
      std::size_t i = order[at].second;
      if (i < scans.size()) scans[i] = checklists::load_scan(request.sarif[i]);
      else assessments[i - scans.size()] = read_assessment(request.assessments[i - scans.size()]);
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < kThreads; ++i) threads.emplace_back(work);
    work();
  }
  for (auto& scan : scans) take(*std::move(scan), errors, [&](checklists::Scan one) { all_scans.push_back(std::move(one)); });
  for (auto& report : assessments) take(*std::move(report), errors, [&](gate::Assessment one) { all_assessments.push_back(std::move(one)); });
}

void read_stage(const GateRequest& request, const gate::Policy& policy, Errors& errors) {
  if (policy.find_stage(request.stage)) return;
  std::string known;
  for (const gate::StagePolicy& stage : policy.stages) known += (known.empty() ? "`" : ", `") + stage.name + "`";
  errors.add({policy.file}, "gate-stage", "the policy has no stage `" + request.stage + "`; it has " + known);
}

void read_first_seen(gate::GateInput& input, Errors& errors) {
  if (input.release.first_seen_file.empty()) return;
  std::filesystem::path beside = std::filesystem::path(input.release.file).parent_path() / input.release.first_seen_file;
  take(gate::load_first_seen(beside), errors, [&](gate::FirstSeen days) { input.first_seen = std::move(days); });
}

void read_active(const GateRequest& request, gate::GateInput& input, Errors& errors) {
  auto add = [&](const std::string& argument) {
    take(read_assessment(argument), errors, [&](gate::Assessment one) { input.active_assessments.push_back(std::move(one)); });
  };
  for (const std::string& argument : request.active_assessments) add(argument);
  for (const std::string& argument : input.release.active_assessments) {
    auto [tool, file] = tool_and_file(argument);
    add(fmt::format("{}={}", tool, (std::filesystem::path(input.release.file).parent_path() / file).string()));
  }
}

// Whose signatures count as what on that day; nothing: nobody's, since no file was given.
Result<std::optional<signoff::AllowedSigners>> read_allowed(const std::string& file) {
  std::optional<signoff::AllowedSigners> allowed;
  if (file.empty()) return allowed;
  SLUICE_TRY(allowed, signoff::AllowedSigners::load(file));
  return allowed;
}

gate::SignatureCheck check_with(const signoff::AllowedSigners& allowed, std::string_view name_space, Date day) {
  return [&allowed, name_space, day](std::string_view bytes, std::string_view signature) -> Result<gate::Signer> {
    SLUICE_TRY(signoff::Signer signer, signoff::verify_signature(bytes, signature, allowed, name_space, day));
    return gate::Signer{signer.principal, signer.roles, signer.key_fingerprint};
  };
}

constexpr std::string_view kNoSigners = "no --allowed-signers were given";

// Whatever is signed, be it waivers or rating events.
template <class Signed>
void check_or_refuse(Signed& list, const std::optional<signoff::AllowedSigners>& allowed, std::string_view name_space, Date day) {
  if (allowed) gate::check_signatures(list, check_with(*allowed, name_space, day));
  else gate::refuse_signatures(list, kNoSigners);
}

// What people say beside the reports, and whose signatures make it count.
void read_signed(const GateRequest& request, gate::GateInput& input, Errors& errors) {
  for (const std::string& file : request.vex)
    take(gate::load_vex(file), errors, [&](gate::VexDocument one) { input.vex.push_back(std::move(one)); });
  auto allowed = read_allowed(request.allowed_signers);
  if (!allowed) return errors.append(std::move(allowed).error());
  if (*allowed)
    take(read_file(request.allowed_signers), errors, [&](const std::string& text) {
      input.allowed_signers = {request.allowed_signers, sha256_hex(text), (*allowed)->list().size()};
    });
  for (gate::VexDocument& one : input.vex) {
    if (!*allowed) gate::refuse_signature(one, kNoSigners);
    else if (auto checked = gate::check_signature(one, check_with(**allowed, gate::kVexNamespace, input.as_of)); !checked)
      errors.append(std::move(checked).error());
  }
  if (!request.waivers.empty())
    take(gate::load_waivers({request.waivers.begin(), request.waivers.end()}), errors, [&](gate::Waivers all) {
      check_or_refuse(all, *allowed, gate::kWaiverNamespace, input.as_of);
      input.waivers = std::move(all);
    });
  if (!request.ratings.empty())
    take(gate::load_rating_events(request.ratings), errors, [&](gate::RatingEvents events) {
      check_or_refuse(events, *allowed, gate::kEventNamespace, input.as_of);
      input.ratings = std::move(events);
    });
}

// What statements, feeds and the owners of assets say.
void read_risk(const GateRequest& request, gate::GateInput& input, Errors& errors) {
  read_signed(request, input, errors);
  if (!request.assets.empty())
    take(gate::load_environments(request.assets), errors, [&](gate::Environments all) { input.environments = std::move(all); });
  if (!request.kev.empty()) take(gate::load_kev(request.kev), errors, [&](gate::KevCatalog kev) { input.kev = std::move(kev); });
  if (!request.epss.empty()) take(gate::load_epss(request.epss), errors, [&](gate::EpssScores epss) { input.epss = std::move(epss); });
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

Result<Reports> read_reports(const GateRequest& request) {
  Errors errors;
  Reports reports;
  read_reports_of(request, reports.scans, reports.assessments, errors);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return reports;
}

std::pair<std::string, std::string> tool_and_file(const std::string& argument) {
  std::size_t equal = argument.find('=');
  bool has_tool = equal != std::string::npos && equal > 0 &&
                  argument.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == equal;
  if (!has_tool) return {"auto", argument};
  return {argument.substr(0, equal), argument.substr(equal + 1)};
}

Result<gate::Waivers> read_waivers(const std::vector<std::string>& paths, const std::string& allowed_signers, Date as_of) {
  Errors errors;
  auto allowed = read_allowed(allowed_signers);
  if (!allowed) errors.append(allowed.error());
  auto waivers = gate::load_waivers({paths.begin(), paths.end()});
  if (!waivers) errors.append(waivers.error());
  if (!errors.empty()) return std::unexpected(std::move(errors));
  check_or_refuse(*waivers, *allowed, gate::kWaiverNamespace, as_of);
  return waivers;
}

namespace {

Result<gate::GateInput> read_rest(const GateRequest& request, gate::GateInput input, Errors errors) {
  input.stage = request.stage;
  take(read_as_of(request.as_of), errors, [&](Date day) { input.as_of = day; });
  take(gate::load_policy(request.policy, request.policy_root), errors, [&](gate::Policy policy) {
    read_stage(request, policy, errors);
    input.policy = std::move(policy);
  });
  read_first_seen(input, errors);
  read_reports_of(request, input.scans, input.assessments, errors);
  if (!request.baseline.empty())
    take(gate::load_baseline(request.baseline), errors, [&](gate::Baseline baseline) {
      gate::compare_with(baseline, input.scans);
      input.baseline = std::move(baseline);
    });
  read_active(request, input, errors);
  read_risk(request, input, errors);
  read_checklists(request, input, errors);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return input;
}

}  // namespace

Result<gate::GateInput> read_gate_input(const GateRequest& request) {
  Errors errors;
  gate::GateInput input;
  take(gate::load_release(request.release), errors, [&](gate::Release release) { input.release = std::move(release); });
  return read_rest(request, std::move(input), std::move(errors));
}

Result<gate::GateInput> read_gate_input(const GateRequest& request, gate::Release release) {
  gate::GateInput input;
  input.release = std::move(release);
  return read_rest(request, std::move(input), {});
}

}  // namespace sluice::cli
