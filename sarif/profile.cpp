#include "sarif/profile.h"

#include <algorithm>
#include <fmt/format.h>

#include "sarif/export_steps.h"
#include "sarif/gzip_size.h"
#include "sarif/limits.h"
#include "sarif/merge.h"
#include "sarif/writer.h"

namespace sluice::sarif {
namespace {

// Counts over all runs; what a limit forced is also told in the run.
class CutList {
 public:
  void chosen(std::string_view what, std::size_t count) { add(what, count); }
  void forced(Run& run, std::string_view what, std::size_t count) {
    add(what, count);
    if (count > 0) notify(run, what, count);
  }
  std::vector<Cut> take() { return std::move(cuts_); }

 private:
  void add(std::string_view what, std::size_t count) {
    if (count == 0) return;
    const auto known = std::ranges::find(cuts_, what, &Cut::what);
    if (known == cuts_.end())
      cuts_.push_back({std::string(what), count});
    else
      known->count += count;
  }
  std::vector<Cut> cuts_;
};

void prepare_alerts(Run& run, CutList& cuts) {
  cuts.chosen("suppressed results", drop_suppressed(run));
  cuts.chosen("results that are absent since the baseline", drop_absent(run));
  cuts.chosen("results of other kinds than fail", drop_other_kinds(run));
  clear_suppressions(run);
  inline_references(run);
  fill_message_texts(run);
}

void keep_limits(Run& run, CutList& cuts) {
  cuts.chosen("results that GitHub takes for one alert", drop_same_alert(run));
  cuts.forced(run, "results beyond the limit, the least severe first",
              drop_least_severe(run, limits::kResults.refused));
  cuts.forced(run, "flow steps out of the middle of long flows", cut_flow_steps(run, limits::kFlowSteps.shown));
  cuts.forced(run, "locations of single results", cut_locations(run, limits::kLocations.shown));
  cuts.forced(run, "tags of rules", cut_tags(run, limits::kTags.shown));
  cuts.forced(run, "ends of long rule texts", shorten_texts(run));
  if (run.tool.driver.rules.size() > limits::kRules.refused)
    cuts.forced(run, "rules without a result", drop_unused_rules(run));
}

// One run of a tool and category, at most twenty.
void keep_run_limit(Log& log, CutList& cuts) {
  std::vector<Log> logs;
  logs.push_back(std::move(log));
  Merged merged = merge(std::move(logs), MergeMode::OnePerCategory);
  merged.log.schema = kSchemaUri;
  log = std::move(merged.log);
  if (log.runs.size() <= limits::kRuns.refused) return;
  const std::size_t excess = log.runs.size() - limits::kRuns.refused;
  log.runs.resize(limits::kRuns.refused);
  cuts.forced(log.runs[0], "runs beyond the limit", excess);
}

bool fits(const Log& log) {
  constexpr std::size_t kLimit = limits::kGzipBytes - 64 * 1024;  // room for the notifications that tell the cut
  const std::string text = write_log(log, Layout::Compact);
  return text.size() <= kLimit || gzip_size(text) <= kLimit;
}

// Drops the least severe results of the largest run until the log fits after compression.
void keep_size_limit(Log& log, CutList& cuts) {
  const auto size_of = [](const Run& run) { return run.results ? run.results->size() : 0; };
  std::vector<std::size_t> dropped(log.runs.size(), 0);
  while (!fits(log)) {
    const auto largest = std::ranges::max_element(log.runs, {}, size_of);
    if (size_of(*largest) == 0) break;  // not the results make it large: the validator tells
    const auto index = static_cast<std::size_t>(largest - log.runs.begin());
    dropped[index] += drop_least_severe(*largest, size_of(*largest) * 3 / 4);
  }
  for (std::size_t i = 0; i < dropped.size(); ++i)
    cuts.forced(log.runs[i], "results, for the log to fit into 10 MB", dropped[i]);
}

void export_github(Log& log, CutList& cuts) {
  keep_run_limit(log, cuts);
  for (Run& run : log.runs) {
    prepare_alerts(run, cuts);
    keep_limits(run, cuts);
  }
  keep_size_limit(log, cuts);
}

void export_ghazdo(Log& log, const PipelineFacts& facts, CutList& cuts) {
  export_github(log, cuts);
  const std::string prefix = "azuredevops/pipeline/build/";
  for (Run& run : log.runs) {
    RunAutomationDetails& automation = run.automation_details.emplace();
    automation.id = fmt::format("{}{}/{}/{}/{}/{}/{}", prefix, facts.organization, facts.project, facts.definition_id,
                                facts.phase_id, facts.branch, facts.build_id);
    Members properties;
    properties.set_text(prefix + "buildDefinitionId", facts.definition_id);
    properties.set_text(prefix + "buildDefinitionName", facts.definition_name);
    properties.set_text(prefix + "phaseId", facts.phase_id);
    properties.set_text(prefix + "phaseName", facts.phase_name);
    std::string json = "{";
    for (const Member& member : properties.list())
      json += fmt::format("{}{}:{}", json.size() > 1 ? "," : "", json_string(member.name), member.json);
    automation.extra.set_json("properties", json + "}");
    if (run.tool.driver.full_name.empty()) run.tool.driver.full_name = run.tool.driver.name;
  }
}

void export_defectdojo(Log& log, CutList& cuts) {
  for (Run& run : log.runs) {
    cuts.chosen("results that are absent since the baseline", drop_absent(run));
    cuts.chosen("results of other kinds than fail", drop_other_kinds(run));
    cuts.chosen("suppressions that do not suppress", drop_idle_suppressions(run));
    inline_references(run);
    fill_message_texts(run);
    move_configuration_notifications(run);
  }
}

void export_vs(Log& log, CutList& cuts) {
  for (Run& run : log.runs) cuts.chosen("notifications", drop_notifications(run));
}

}  // namespace

std::optional<Profile> profile_of(std::string_view name) {
  if (name == "canonical") return Profile::Canonical;
  if (name == "github") return Profile::Github;
  if (name == "ghazdo") return Profile::Ghazdo;
  if (name == "defectdojo" || name == "jenkins") return Profile::DefectDojo;
  if (name == "vs") return Profile::Vs;
  return std::nullopt;
}

Exported export_log(Log log, Profile profile, const PipelineFacts& pipeline) {
  CutList cuts;
  switch (profile) {
    case Profile::Canonical: break;
    case Profile::Github: export_github(log, cuts); break;
    case Profile::Ghazdo: export_ghazdo(log, pipeline, cuts); break;
    case Profile::DefectDojo: export_defectdojo(log, cuts); break;
    case Profile::Vs: export_vs(log, cuts); break;
  }
  return {std::move(log), cuts.take()};
}

}  // namespace sluice::sarif
