#include "gate/clock.h"

namespace sluice::gate {

ClockStart start_clock(const std::vector<std::string>& names, std::optional<Date> by_tool, std::optional<Date> report_day,
                       const FirstSeen& ledger, Date as_of, std::optional<Date> published) {
  // Whatever is dated later than the decision was seen by now at the latest.
  ClockStart start{as_of, "the day of this decision", false};
  auto consider = [&](std::optional<Date> day, std::string source, bool recorded) {
    if (!day || *day > start.first_seen) return;
    // Of equal days the one that is written down wins: it stays the same next time.
    if (*day == start.first_seen && start.recorded) return;
    start = {*day, std::move(source), recorded};
  };
  consider(report_day, "the day of the report", false);
  consider(by_tool, "the tool", true);
  consider(published, "the day of publication", true);
  consider(ledger.find(names), ledger.file, true);
  if (std::string history = ledger.history_of(names); !history.empty()) start.source += ", " + history;
  return start;
}

std::optional<Date> due_date(Date first_seen, const BandDeadline& deadline) {
  if (!deadline.days) return std::nullopt;
  return first_seen + std::chrono::days{*deadline.days};
}

DueState due_state(std::optional<Date> due, Date as_of, int due_soon_days) {
  if (!due) return DueState::NoDeadline;
  if (as_of > *due) return DueState::Overdue;
  return as_of + std::chrono::days{due_soon_days} >= *due ? DueState::DueSoon : DueState::InTime;
}

}  // namespace sluice::gate
