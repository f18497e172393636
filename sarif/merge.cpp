#include "sarif/merge.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_set>

#include "base/digest.h"
#include "sarif/run_import.h"
#include "sarif/walk.h"
#include "sarif/writer.h"

namespace sluice::sarif {
namespace {

using Group = std::pair<std::string, std::string>;  // tool and category
Group group_of(const Run& run) { return {run.tool.driver.name, category_of(run)}; }

struct Unnumber {
  void operator()(ArtifactLocation& location) const { location.index = -1; }
  void operator()(ReportingDescriptorReference& reference) const { reference.index = -1; }
  void operator()(ToolComponentReference& component) const { component.index = -1; }
  template <class Other>
  void operator()(Other&) const {}
};

// A result's content without what numbers it: two runs number the same rules differently.
std::string identity_of(Result result) {
  walk(result, Unnumber{});
  result.rule_index = -1;
  result.guid.clear();
  result.provenance.reset();
  return sha256_hex(write_result(result));
}

class DuplicateFilter {
 public:
  // How many of the run's results an earlier run of its group had, too; they are taken out.
  std::size_t filter(Run& run) {
    if (!run.results) return 0;
    std::unordered_set<std::string>& seen = seen_[group_of(run)];
    return std::erase_if(*run.results, [&](const Result& result) { return !seen.insert(identity_of(result)).second; });
  }

 private:
  std::map<Group, std::unordered_set<std::string>> seen_;
};

void append_run(const Run& from, Run& into) {
  RunImporter importer(from, into);
  if (from.results && !into.results) into.results.emplace();
  for (const Invocation& invocation : from.invocations) importer.adapt(into.invocations.emplace_back(invocation));
  if (from.results)
    for (const Result& result : *from.results) importer.adapt(into.results->emplace_back(result));
  even_out_suppressions(into);
}

bool has_baseline(const Run& run) {
  return run.results &&
         std::ranges::any_of(*run.results, [](const Result& result) { return result.baseline_state.has_value(); });
}

std::optional<std::string> obstacle(const Run& from, const Run& into) {
  // A run that never began must stay visible as such: joined to another it would look complete.
  if (!from.results || !into.results) return "one of them never began";
  if (has_baseline(from) != has_baseline(into)) return "only one of them was compared with a baseline";
  return obstacle_to_import(from, into);
}

void join_runs(Merged& merged) {
  std::map<Group, std::size_t> first;  // index into `joined`
  std::vector<Run> joined;
  for (Run& run : merged.log.runs) {
    const Group group = group_of(run);
    const auto [it, is_new] = first.emplace(group, joined.size());
    if (is_new) {
      joined.push_back(std::move(run));
      continue;
    }
    Run& into = joined[it->second];
    if (const std::optional<std::string> why = obstacle(run, into)) {
      merged.kept_apart.push_back(
          fmt::format("two runs of {} in category `{}` stay apart: {}", group.first, group.second, *why));
      joined.push_back(std::move(run));
      continue;
    }
    append_run(run, into);
  }
  merged.log.runs = std::move(joined);
}

}  // namespace

void even_out_suppressions(Run& run) {
  if (!run.results) return;
  const bool some =
      std::ranges::any_of(*run.results, [](const Result& result) { return result.suppressions.has_value(); });
  if (!some) return;
  for (Result& result : *run.results)
    if (!result.suppressions) result.suppressions.emplace();
}

Merged merge(std::vector<Log> logs, MergeMode mode) {
  Merged merged;
  merged.log.schema = kSchemaUri;
  DuplicateFilter duplicates;
  for (Log& log : logs) {
    for (Run& run : log.runs) {
      ++merged.runs_read;
      merged.results_read += run.results ? run.results->size() : 0;
      merged.duplicates += duplicates.filter(run);
      merged.log.runs.push_back(std::move(run));
    }
    for (const Member& member : log.properties.list())
      if (!merged.log.properties.has(member.name)) merged.log.properties.set_json(member.name, member.json);
  }
  if (mode == MergeMode::OnePerCategory) join_runs(merged);
  return merged;
}

}  // namespace sluice::sarif
