#include "cli/scan_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "analyzers/scan/rule_input.h"
#include "base/text.h"
#include "cli/pipeline_facts.h"
#include "sarif/diff.h"
#include "sarif/reader.h"

namespace sluice {
namespace {

sarif::Level least_blocking(std::string_view fail_on) {
  if (fail_on == "error") return sarif::Level::Error;
  return fail_on == "warning" ? sarif::Level::Warning : sarif::Level::Note;
}

}  // namespace

Result<LogPlan> plan_log(const LogArguments& arguments) {
  LogPlan plan;
  auto profile = sarif::profile_of(arguments.profile);
  if (!profile)
    return fail({}, "unknown-profile", fmt::format("--sarif-profile: `{}` does not exist; expected canonical, github, ghazdo, defectdojo or vs", arguments.profile));
  bool is_other_format = *profile != sarif::Profile::Canonical && arguments.format != "sarif";
  if (is_other_format) return fail({}, "option-profile", "--sarif-profile is for `--format sarif`");
  plan.profile = *profile;
  plan.is_partial = arguments.is_partial;
  if (plan.profile == sarif::Profile::Ghazdo) {
    SLUICE_TRY(plan.pipeline, pipeline_facts());
  }
  if (!arguments.baseline.empty()) {
    SLUICE_TRY(plan.baseline, sarif::load_log(arguments.baseline));
  }
  return plan;
}

void compare_with_baseline(const LogPlan& plan, sarif::Log& log) {
  if (!plan.baseline) return;
  sarif::Diffed diffed = sarif::diff(*plan.baseline, std::move(log));
  log = std::move(diffed.log);
  if (diffed.counts.unknown > 0)
    fmt::print(stderr, "{} results of the baseline are neither found nor gone: their tool did not run, or not to the end\n", diffed.counts.unknown);
  if (!plan.is_partial) return;
  for (sarif::Run& run : log.runs)
    if (run.results) std::erase_if(*run.results, [](const sarif::Result& result) { return result.baseline_state == sarif::BaselineState::Absent; });
}

bool blocks(const sarif::Log& log, std::string_view fail_on) {
  if (fail_on == "never") return false;
  sarif::Level least = least_blocking(fail_on);
  for (const sarif::Run& run : log.runs) {
    if (!run.results) continue;
    for (const sarif::Result& result : *run.results) {
      bool is_new = result.baseline_state.value_or(sarif::BaselineState::New) == sarif::BaselineState::New;
      if (is_new && !sarif::is_suppressed(result) && sarif::effective_level(run, result) >= least) return true;
    }
  }
  return false;
}

bool blocks(const std::vector<Finding>& findings, std::string_view fail_on) {
  if (fail_on == "never") return false;
  const sarif::Level least = least_blocking(fail_on);
  return std::ranges::any_of(findings, [least](const Finding& finding) { return !finding.suppression && level_of(finding.severity) >= least; });
}

bool is_only_written(const LogPlan& plan) { return !plan.baseline && plan.profile == sarif::Profile::Canonical; }

sarif::Log cut_for_consumer(const LogPlan& plan, sarif::Log log) {
  sarif::Exported exported = sarif::export_log(std::move(log), plan.profile, plan.pipeline);
  for (const sarif::Cut& cut : exported.cuts) fmt::print(stderr, "left out for this profile: {} {}\n", cut.count, escape_terminal(cut.what));
  return std::move(exported.log);
}

}  // namespace sluice
