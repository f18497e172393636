#include "sarif/stats.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "sarif/enums.h"
#include "sarif/json_writer.h"
#include "sarif/uri.h"

namespace sluice::sarif {
namespace {

std::string file_of(const Run& run, const Result& result) {
  if (result.locations.empty() || !result.locations[0].physical_location) return {};
  const std::optional<ArtifactLocation>& at = result.locations[0].physical_location->artifact_location;
  if (!at) return {};
  const auto index = static_cast<std::size_t>(at->index);
  const bool by_index =
      at->uri.empty() && at->index >= 0 && index < run.artifacts.size() && run.artifacts[index].location;
  return path_from_uri(by_index ? run.artifacts[index].location->uri : at->uri);
}

std::string rule_of(const Run& run, const Result& result) {
  const ReportingDescriptor* rule = find_rule(run, result);
  return result.rule_id.empty() && rule ? rule->id : result.rule_id;
}

void add(Count& count, bool suppressed) {
  ++count.results;
  count.suppressed += suppressed ? 1 : 0;
}

void add_result(Stats& stats, const Run& run, const Result& result) {
  const bool suppressed = is_suppressed(result);
  add(stats.total, suppressed);
  add(stats.by_tool[run.tool.driver.name], suppressed);
  add(stats.by_rule[rule_of(run, result)], suppressed);
  add(stats.by_level[std::string(to_string(effective_level(run, result)))], suppressed);
  add(stats.by_kind[std::string(to_string(result.kind.value_or(Kind::Fail)))], suppressed);
  add(stats.by_file[file_of(run, result)], suppressed);
  add(stats.by_baseline_state[result.baseline_state ? std::string(to_string(*result.baseline_state)) : ""], suppressed);
}

using Row = std::pair<std::string, Count>;

std::string table(std::string_view title, const std::map<std::string, Count>& counts, std::size_t rows) {
  std::vector<Row> list(counts.begin(), counts.end());
  std::ranges::stable_sort(list, [](const Row& a, const Row& b) { return a.second.results > b.second.results; });
  std::string out = fmt::format("{}\n", title);
  for (std::size_t i = 0; i < std::min(rows, list.size()); ++i) {
    const auto& [name, count] = list[i];
    out += fmt::format("  {:>7}  {}", count.results, escape_terminal(name.empty() ? "(none)" : name));
    out += count.suppressed > 0 ? fmt::format("  ({} suppressed)\n", count.suppressed) : "\n";
  }
  if (list.size() > rows) out += fmt::format("           and {} more\n", list.size() - rows);
  return out;
}

void write_counts(json::Writer& json, std::string_view name, const std::map<std::string, Count>& counts) {
  json.key(name);
  json.begin_object();
  for (const auto& [key, count] : counts) {
    json.key(key);
    json.compact(fmt::format(R"({{"results":{},"suppressed":{}}})", count.results, count.suppressed));
  }
  json.end_object();
}

}  // namespace

Stats stats(const Log& log) {
  Stats stats;
  for (const Run& run : log.runs) {
    ++stats.runs;
    if (!is_complete(run)) ++stats.incomplete_runs;
    if (run.results)
      for (const Result& result : *run.results) add_result(stats, run, result);
    for (const Invocation& invocation : run.invocations)
      for (const auto* list : {&invocation.tool_execution_notifications, &invocation.tool_configuration_notifications})
        for (const Notification& notification : *list)
          ++stats.notifications[std::string(to_string(notification.level.value_or(Level::Warning)))];
  }
  return stats;
}

std::string to_text(const Stats& stats, std::size_t rows) {
  std::string out =
      fmt::format("{} results ({} suppressed) in {} runs", stats.total.results, stats.total.suppressed, stats.runs);
  out += stats.incomplete_runs > 0 ? fmt::format(", of which {} did not complete\n", stats.incomplete_runs) : "\n";
  for (const auto& [level, count] : stats.notifications)
    out += fmt::format("notifications of level {}: {}\n", level, count);
  if (stats.total.results == 0) return out;
  out += table("by level", stats.by_level, rows);
  if (stats.by_kind.size() > 1 || !stats.by_kind.contains("fail")) out += table("by kind", stats.by_kind, rows);
  if (stats.by_baseline_state.size() > 1 || !stats.by_baseline_state.contains(""))
    out += table("by baseline state", stats.by_baseline_state, rows);
  if (stats.by_tool.size() > 1) out += table("by tool", stats.by_tool, rows);
  out += table("by rule", stats.by_rule, rows);
  out += table("by file", stats.by_file, rows);
  return out;
}

std::string to_json(const Stats& stats) {
  std::string out;
  json::Writer json(out, Layout::Pretty);
  json.begin_object();
  const auto number = [&](std::string_view name, std::size_t value) {
    json.key(name);
    json.value(std::to_string(value));
  };
  number("runs", stats.runs);
  number("incompleteRuns", stats.incomplete_runs);
  number("results", stats.total.results);
  number("suppressed", stats.total.suppressed);
  write_counts(json, "byTool", stats.by_tool);
  write_counts(json, "byLevel", stats.by_level);
  write_counts(json, "byKind", stats.by_kind);
  write_counts(json, "byBaselineState", stats.by_baseline_state);
  write_counts(json, "byRule", stats.by_rule);
  write_counts(json, "byFile", stats.by_file);
  json.key("notificationsByLevel");
  json.begin_object();
  for (const auto& [level, count] : stats.notifications) number(level, count);
  json.end_object();
  json.end_object();
  return out + '\n';
}

}  // namespace sluice::sarif
