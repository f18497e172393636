#include "gate/tracked.h"

#include <fmt/format.h>

#include "base/text.h"

namespace sluice::gate {
namespace {

std::string days(std::chrono::days count) { return fmt::format("{} day{}", count.count(), count.count() == 1 ? "" : "s"); }

// "High (9.8)", or "High" when only a word is known.
std::string band_text(const Timing& timing) {
  std::string name(to_string(*timing.band));
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return timing.score ? fmt::format("{} ({})", name, to_string(*timing.score)) : fmt::format("{} ({})", name, timing.rating);
}

std::string since(const Timing& timing) {
  return fmt::format("first seen {} ({})", day_text(timing.first_seen), timing.first_seen_source);
}

Reason reason(const Tracked& tracked, const Timing& timing, Action action, std::string what) {
  Reason value;
  value.action = action;
  value.subject = tracked.subject;
  value.where = tracked.where;
  value.identity = tracked.identity;
  value.what = std::move(what);
  value.remedy = tracked.remedy;
  value.timing = timing;
  return value;
}

void judge_due(const Deciding& deciding, const Tracked& tracked, const Timing& timing, BandCount& count) {
  const Policy& policy = deciding.input.policy;
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  Date as_of = deciding.input.as_of;
  std::optional<Date> ship = deciding.input.release.ship_date;
  DueState state = due_state(timing.due, as_of, policy.deadlines.due_soon_days);
  bool late_at_ship = timing.due && ship && *ship > *timing.due && state != DueState::Overdue;
  count.overdue += state == DueState::Overdue;
  count.due_soon += state == DueState::DueSoon;
  count.overdue_at_ship_date += late_at_ship;
  std::string head = timing.due ? fmt::format("{}, {}", band_text(timing), since(timing)) : "";
  if (state == DueState::Overdue) {
    std::string what = fmt::format("{}, was due {}: {} over", head, day_text(*timing.due), days(as_of - *timing.due));
    deciding.add(clauses.overdue, reason(tracked, timing, Action::Fix, std::move(what)));
  } else if (late_at_ship) {
    std::string what = fmt::format("{}, due {}: in time today, {} over on the ship date {}", head, day_text(*timing.due),
                                   days(*ship - *timing.due), day_text(*ship));
    deciding.add(clauses.overdue_at_ship_date, reason(tracked, timing, Action::Plan, std::move(what)));
  } else if (state == DueState::DueSoon) {
    std::string what = *timing.due == as_of ? fmt::format("{}, due today", head)
                                            : fmt::format("{}, due {}, in {}", head, day_text(*timing.due), days(*timing.due - as_of));
    Clause clause{"deadlines.due-soon-days", policy.deadlines.of(*timing.band).place, Effect::Report, false};
    deciding.add(clause, reason(tracked, timing, Action::Plan, std::move(what)));
  }
}

}  // namespace

DeadlineAnswer judge_deadline(const Deciding& deciding, const Tracked& tracked) {
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  ClockStart start = start_clock(tracked.names, tracked.by_tool, tracked.report_day, deciding.input.first_seen, deciding.input.as_of);
  Timing timing{tracked.score, tracked.band, tracked.rating, start.first_seen, start.source, std::nullopt};
  Counts& counts = deciding.decision.counts;
  if (!tracked.band) {
    ++counts.unrated;
    Reason unrated = reason(tracked, timing, Action::Rate, "no score and no severity: no deadline can be told");
    unrated.remedy = "have it rated: a report with a CVSS vector for it is enough";
    deciding.add(clauses.unrated, std::move(unrated));
    return {false, timing};
  }
  const BandDeadline& deadline = deciding.input.policy.deadlines.of(*tracked.band);
  timing.due = due_date(start.first_seen, deadline);
  BandCount& count = counts.bands[static_cast<std::size_t>(*tracked.band)];
  ++count.open;
  judge_due(deciding, tracked, timing, count);
  const auto& ceiling = clauses.open_at_or_above;
  if (ceiling && tracked.score && *tracked.score >= ceiling->from) {
    std::string what = fmt::format("{}: nothing at or above {} may be open at this stage", band_text(timing), to_string(ceiling->from));
    deciding.add(ceiling->clause, reason(tracked, timing, Action::Fix, std::move(what)));
  }
  return {deadline.days.has_value() && !start.recorded, timing};
}

}  // namespace sluice::gate
