#include "sarif/export_steps.h"

#include <algorithm>
#include <fmt/format.h>
#include <charconv>
#include <set>
#include <tuple>

#include "sarif/fingerprint.h"
#include "sarif/limits.h"
#include "sarif/rule_descriptor.h"
#include "sarif/walk.h"

namespace sluice::sarif {
namespace {

template <class Predicate>
std::size_t drop_results(Run& run, Predicate predicate) {
  return run.results ? std::erase_if(*run.results, predicate) : 0;
}

double security_severity(const Run& run, const Result& result) {
  const ReportingDescriptor* rule = find_rule(run, result);
  const std::string text = rule ? rule->properties.text("security-severity").value_or("") : "";
  double severity = 0;
  std::from_chars(text.data(), text.data() + text.size(), severity);
  return severity;
}

std::string path_of(const Result& result) {
  if (result.locations.empty() || !result.locations[0].physical_location) return {};
  const std::optional<ArtifactLocation>& at = result.locations[0].physical_location->artifact_location;
  return at ? at->uri : std::string();
}

bool cut_text(std::string& text, std::size_t limit) {
  if (text.size() <= limit) return false;
  std::size_t end = limit - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text = text.substr(0, end) + "...";
  return true;
}

// `{0}` becomes the first argument, `{{` a brace.
std::string filled(std::string_view text, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool doubled = (text[i] == '{' || text[i] == '}') && i + 1 < text.size() && text[i + 1] == text[i];
    const std::size_t end = text[i] == '{' ? text.find('}', i) : text.npos;
    std::size_t number = arguments.size();
    if (!doubled && end != text.npos) std::from_chars(&text[i] + 1, &text[end], number);
    if (number < arguments.size()) {
      out += arguments[number];
      i = end;
      continue;
    }
    out += text[i];
    if (doubled) ++i;
  }
  return out;
}

std::size_t steps_of(const Result& result) {
  std::size_t steps = 0;
  for (const CodeFlow& flow : result.code_flows)
    for (const ThreadFlow& thread : flow.thread_flows) steps += thread.locations.size();
  return steps;
}

std::size_t cut_middle(std::vector<ThreadFlowLocation>& steps, std::size_t keep) {
  if (steps.size() <= keep) return 0;
  const std::size_t cut = steps.size() - keep;
  const auto begin = steps.begin() + static_cast<std::ptrdiff_t>(keep / 2);
  steps.erase(begin, begin + static_cast<std::ptrdiff_t>(cut));
  return cut;
}

}  // namespace

std::size_t drop_suppressed(Run& run) {
  return drop_results(run, [](const Result& result) { return is_suppressed(result); });
}

std::size_t drop_absent(Run& run) {
  return drop_results(run, [](const Result& result) { return result.baseline_state == BaselineState::Absent; });
}

std::size_t drop_other_kinds(Run& run) {
  return drop_results(run, [](const Result& result) { return result.kind && *result.kind != Kind::Fail; });
}

std::size_t drop_same_alert(Run& run) {
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  return drop_results(run, [&](const Result& result) {
    const std::optional<std::string> hash = result.partial_fingerprints.text(kLineHash);
    return hash && !seen.emplace(result.rule_id, path_of(result), *hash).second;
  });
}

std::size_t drop_least_severe(Run& run, std::size_t keep) {
  if (!run.results || run.results->size() <= keep) return 0;
  struct Entry {
    double severity;
    Level level;
    std::size_t place;
  };
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < run.results->size(); ++i) {
    const Result& result = (*run.results)[i];
    entries.push_back({security_severity(run, result), effective_level(run, result), i});
  }
  std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
    return std::tie(b.level, b.severity) < std::tie(a.level, a.severity);
  });
  entries.resize(keep);
  std::ranges::sort(entries, {}, &Entry::place);  // what stays keeps its order
  std::vector<Result> kept;
  for (const Entry& entry : entries) kept.push_back(std::move((*run.results)[entry.place]));
  const std::size_t cut = run.results->size() - keep;
  run.results = std::move(kept);
  return cut;
}

std::size_t drop_unused_rules(Run& run) {
  std::vector<ReportingDescriptor>& rules = run.tool.driver.rules;
  std::vector<bool> used(rules.size(), false);
  const auto mark = [&](std::int32_t index) {
    if (index >= 0 && static_cast<std::size_t>(index) < used.size()) used[static_cast<std::size_t>(index)] = true;
  };
  std::set<std::string> named;
  if (run.results) {
    for (const Result& result : *run.results) {
      mark(result.rule_index);
      named.insert(result.rule_id);
    }
  }
  std::vector<std::int32_t> map(rules.size(), -1);
  std::vector<ReportingDescriptor> kept;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (!used[i] && !named.contains(rules[i].id)) continue;
    map[i] = static_cast<std::int32_t>(kept.size());
    kept.push_back(std::move(rules[i]));
  }
  const auto renumber = [&](std::int32_t& index) {
    if (index >= 0) index = static_cast<std::size_t>(index) < map.size() ? map[static_cast<std::size_t>(index)] : -1;
  };
  const std::size_t cut = rules.size() - kept.size();
  rules = std::move(kept);
  if (run.results)
    for (Result& result : *run.results) renumber(result.rule_index);
  for (Invocation& invocation : run.invocations)
    for (auto* list : {&invocation.tool_execution_notifications, &invocation.tool_configuration_notifications})
      for (Notification& notification : *list)
        if (notification.associated_rule) renumber(notification.associated_rule->index);
  return cut;
}

void clear_suppressions(Run& run) {
  if (!run.results) return;
  for (Result& result : *run.results) {
    result.suppressions.reset();
    result.extra.erase("suppressions");
  }
}

std::size_t drop_idle_suppressions(Run& run) {
  std::size_t cut = 0;
  if (!run.results) return cut;
  for (Result& result : *run.results) {
    if (!result.suppressions) continue;
    const auto is_idle = [](const Suppression& suppression) {
      return suppression.status.value_or(SuppressionStatus::Accepted) != SuppressionStatus::Accepted;
    };
    cut += is_suppressed(result) ? std::erase_if(*result.suppressions, is_idle) : result.suppressions->size();
    if (!is_suppressed(result)) result.suppressions->clear();
  }
  return cut;
}

std::size_t cut_flow_steps(Run& run, std::size_t per_result) {
  std::size_t cut = 0;
  if (!run.results) return cut;
  for (Result& result : *run.results) {
    if (steps_of(result) <= per_result) continue;
    // Every flow keeps an even share, and at least its two ends.
    std::size_t threads = 0;
    for (const CodeFlow& flow : result.code_flows) threads += flow.thread_flows.size();
    const std::size_t share = std::max<std::size_t>(per_result / threads, 2);
    for (CodeFlow& flow : result.code_flows)
      for (ThreadFlow& thread : flow.thread_flows) cut += cut_middle(thread.locations, share);
    while (steps_of(result) > per_result && result.code_flows.size() > 1) {
      for (const ThreadFlow& thread : result.code_flows.back().thread_flows) cut += thread.locations.size();
      result.code_flows.pop_back();
    }
  }
  return cut;
}

std::size_t cut_locations(Run& run, std::size_t per_result) {
  std::size_t cut = 0;
  if (!run.results) return cut;
  for (Result& result : *run.results) {
    if (result.locations.size() <= per_result) continue;
    cut += result.locations.size() - per_result;
    result.locations.resize(per_result);
  }
  return cut;
}

std::size_t cut_tags(Run& run, std::size_t per_rule) {
  std::size_t cut = 0;
  for (ReportingDescriptor& rule : run.tool.driver.rules) {
    std::vector<std::string> tags = rule.properties.texts("tags");
    if (tags.size() <= per_rule) continue;
    const auto security = std::find(tags.begin() + static_cast<std::ptrdiff_t>(per_rule), tags.end(), "security");
    if (security != tags.end()) tags[per_rule - 1] = "security";
    cut += tags.size() - per_rule;
    tags.resize(per_rule);
    rule.properties.set_texts("tags", tags);
  }
  return cut;
}

std::size_t shorten_texts(Run& run) {
  std::size_t cut = 0;
  for (ReportingDescriptor& rule : run.tool.driver.rules) {
    for (std::optional<Text>* text : {&rule.short_description, &rule.full_description})
      if (*text) cut += cut_text((*text)->text, limits::kDescriptionBytes) ? 1 : 0;
    cut += cut_text(rule.name, limits::kNameBytes) ? 1 : 0;
  }
  return cut;
}

namespace {
struct Inliner {
  const std::vector<ThreadFlowLocation>& steps;
  const std::vector<Artifact>& artifacts;

  void operator()(ThreadFlowLocation& step) const {
    const auto index = static_cast<std::size_t>(step.index);
    if (step.index < 0 || index >= steps.size()) return;
    const ThreadFlowLocation own = step;
    step = steps[index];
    step.index = -1;
    if (own.location) step.location = own.location;
    if (own.execution_order >= 0) step.execution_order = own.execution_order;
    if (own.nesting_level >= 0) step.nesting_level = own.nesting_level;
  }
  void operator()(ArtifactLocation& location) const {
    const auto index = static_cast<std::size_t>(location.index);
    const bool only_index =
        location.uri.empty() && location.index >= 0 && index < artifacts.size() && artifacts[index].location;
    if (!only_index) return;
    location.uri = artifacts[index].location->uri;
    location.uri_base_id = artifacts[index].location->uri_base_id;
  }
  template <class Other>
  void operator()(Other&) const {}
};
}  // namespace

void inline_references(Run& run) {
  if (!run.results) return;
  for (Result& result : *run.results) walk(result, Inliner{run.thread_flow_locations, run.artifacts});
}

void fill_message_texts(Run& run) {
  if (!run.results) return;
  for (Result& result : *run.results) {
    const ReportingDescriptor* rule = find_rule(run, result);
    if (!result.message.text.empty() || !rule) continue;
    const auto string = rule->message_strings.find(result.message.id);
    if (string != rule->message_strings.end())
      result.message.text = filled(string->second.text, result.message.arguments);
  }
}

void move_configuration_notifications(Run& run) {
  for (Invocation& invocation : run.invocations) {
    for (Notification& notification : invocation.tool_configuration_notifications)
      invocation.tool_execution_notifications.push_back(std::move(notification));
    invocation.tool_configuration_notifications.clear();
  }
}

std::size_t drop_notifications(Run& run) {
  std::size_t cut = 0;
  for (Invocation& invocation : run.invocations) {
    cut += invocation.tool_execution_notifications.size() + invocation.tool_configuration_notifications.size();
    invocation.tool_execution_notifications.clear();
    invocation.tool_configuration_notifications.clear();
  }
  return cut;
}

void notify(Run& run, std::string_view what, std::size_t count) {
  constexpr std::string_view kCode = "export-cut";
  std::vector<ReportingDescriptor>& kinds = run.tool.driver.notifications;
  auto kind = std::ranges::find(kinds, kCode, &ReportingDescriptor::id);
  if (kind == kinds.end()) {
    kinds.push_back(describe_notification({std::string(kCode), "Something was left out of this export",
                                           "The consumer of this log takes only so much, so the rest was left out.",
                                           "Read the canonical log, which holds everything.", Level::Warning}));
    kind = kinds.end() - 1;
  }
  if (run.invocations.empty()) run.invocations.emplace_back().execution_successful = true;
  Notification& notification = run.invocations[0].tool_execution_notifications.emplace_back();
  notification.descriptor =
      ReportingDescriptorReference{std::string(kCode), {}, static_cast<std::int32_t>(kind - kinds.begin()), {}, {}};
  notification.level = Level::Warning;
  notification.message.text = fmt::format("Left out of this export: {} {}.", count, what);
}

}  // namespace sluice::sarif
