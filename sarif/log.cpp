#include "sarif/log.h"

#include <algorithm>

#include "sarif/enums.h"

namespace sluice::sarif {

std::string_view to_string(Level value) { return word_of(value); }
std::string_view to_string(Kind value) { return word_of(value); }
std::string_view to_string(BaselineState value) { return word_of(value); }
std::string_view to_string(SuppressionKind value) { return word_of(value); }
std::string_view to_string(SuppressionStatus value) { return word_of(value); }
std::string_view to_string(Importance value) { return word_of(value); }
std::string_view to_string(ColumnKind value) { return word_of(value); }

const ReportingDescriptor* find_rule(const Run& run, const Result& result) {
  const std::vector<ReportingDescriptor>& rules = run.tool.driver.rules;
  const bool in_extension = result.rule && result.rule->tool_component && result.rule->tool_component->index >= 0;
  if (in_extension) return nullptr;
  const auto index = static_cast<std::size_t>(result.rule_index);
  if (result.rule_index >= 0 && index < rules.size()) return &rules[index];
  const auto it = std::ranges::find(rules, result.rule_id, &ReportingDescriptor::id);
  return it == rules.end() ? nullptr : &*it;
}

Level effective_level(const Run& run, const Result& result) {
  if (result.level) return *result.level;
  if (result.kind && *result.kind != Kind::Fail) return Level::None;
  const ReportingDescriptor* rule = find_rule(run, result);
  const bool rule_says = rule && rule->default_configuration && rule->default_configuration->level;
  return rule_says ? *rule->default_configuration->level : Level::Warning;
}

bool is_suppressed(const Result& result) {
  if (!result.suppressions) return false;
  const auto has = [&](SuppressionStatus status) {
    return std::ranges::any_of(*result.suppressions, [&](const Suppression& suppression) {
      return suppression.status.value_or(SuppressionStatus::Accepted) == status;
    });
  };
  return has(SuppressionStatus::Accepted) && !has(SuppressionStatus::Rejected);
}

bool is_complete(const Run& run) {
  const auto is_error = [](const Notification& notification) { return notification.level == Level::Error; };
  const auto failed = [&](const Invocation& invocation) {
    return invocation.execution_successful == false ||
           std::ranges::any_of(invocation.tool_execution_notifications, is_error) ||
           std::ranges::any_of(invocation.tool_configuration_notifications, is_error);
  };
  return run.results && std::ranges::none_of(run.invocations, failed);
}

std::string category_of(const Run& run) {
  if (!run.automation_details) return {};
  const std::string& id = run.automation_details->id;
  const std::size_t slash = id.rfind('/');
  return slash == std::string::npos ? std::string() : id.substr(0, slash);
}

}  // namespace sluice::sarif
