#include "gate/tracked.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "checklists/glob.h"

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
  value.is_known = tracked.is_known;
  return value;
}

void judge_due(const Deciding& deciding, const Tracked& tracked, const Timing& timing, BandCount& count, bool is_decided) {
  const Policy& policy = deciding.input.policy;
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  Date as_of = deciding.input.as_of;
  std::optional<Date> ship = deciding.input.release.ship_date;
  DueState state = due_state(timing.due, as_of, policy.deadlines.due_soon_days);
  bool late_at_ship = timing.due && ship && *ship > *timing.due && state != DueState::Overdue;
  count.overdue += state == DueState::Overdue;
  count.due_soon += state == DueState::DueSoon;
  count.overdue_at_ship_date += late_at_ship;
  if (is_decided) return;
  std::string head = timing.due ? fmt::format("{}, {}", band_text(timing), since(timing)) : "";
  if (state == DueState::Overdue) {
    std::string what = fmt::format("{}, was due {}: {} over", head, day_text(*timing.due), days(as_of - *timing.due));
    deciding.add(clauses.overdue, reason(tracked, timing, Action::Fix, std::move(what)));
    return;
  }
  deciding.pass(clauses.overdue, !timing.due ? "best effort" : state == DueState::DueSoon ? "in time, due soon" : "in time");
  if (late_at_ship) {
    std::string what = fmt::format("{}, due {}: in time today, {} over on the ship date {}", head, day_text(*timing.due),
                                   days(*ship - *timing.due), day_text(*ship));
    deciding.add(clauses.overdue_at_ship_date, reason(tracked, timing, Action::Plan, std::move(what)));
    return;
  }
  deciding.pass(clauses.overdue_at_ship_date, !ship ? "the release file has no ship date" : !timing.due ? "best effort" : "in time on the ship date");
  if (state == DueState::DueSoon) {
    std::string what = *timing.due == as_of ? fmt::format("{}, due today", head)
                                            : fmt::format("{}, due {}, in {}", head, day_text(*timing.due), days(*timing.due - as_of));
    Clause clause{"deadlines.due-soon-days", policy.deadlines.of(*timing.band).place, Effect::Report, false};
    deciding.add(clause, reason(tracked, timing, Action::Plan, std::move(what)));
  }
}

// Whatever another clause or the deadline says.
void judge_ceiling(const Deciding& deciding, const Tracked& tracked, const Timing& timing) {
  const auto& ceiling = deciding.stage.vulnerabilities.open_at_or_above;
  if (!ceiling) return;
  if (!tracked.score || *tracked.score < ceiling->from) return deciding.pass(ceiling->clause, tracked.score ? "below the score" : "no score");
  std::string what = fmt::format("{}: nothing at or above {} may be open at this stage", band_text(timing), to_string(ceiling->from));
  deciding.add(ceiling->clause, reason(tracked, timing, Action::Fix, std::move(what)));
}

bool any_fits(const std::vector<std::string>& globs, const std::string& text) {
  return std::ranges::any_of(globs, [&](const std::string& glob) { return checklists::glob_matches(glob, text); });
}

std::string_view first_unmet(const VulnerabilityClause& clause, const Tracked& tracked, const TermContext& context) {
  auto is_named = [&](const std::string& name) { return any_fits(clause.ids, name); };
  if (!clause.ids.empty() && !std::ranges::any_of(tracked.names, is_named)) return "ids";
  if (!clause.components.empty() && !any_fits(clause.components, tracked.component)) return "components";
  return first_unmet(clause.terms, tracked.facts, context);
}

// The first clause that means it decides; null when none does, and then its deadline does.
const VulnerabilityClause* find_clause(const Deciding& deciding, const Tracked& tracked) {
  const VulnerabilityClause* decided = nullptr;
  for (const VulnerabilityClause& clause : deciding.stage.vulnerability_clauses) {
    std::string_view unmet = decided ? kEarlierClause : first_unmet(clause, tracked, deciding.term_context());
    if (unmet.empty()) decided = &clause;
    else deciding.pass(clause.clause, unmet);
  }
  return decided;
}

}  // namespace

bool judge_by_clause(const Deciding& deciding, const Tracked& tracked, const Timing& timing) {
  const VulnerabilityClause* decided = find_clause(deciding, tracked);
  if (!decided) return false;
  if (decided->on_the_clock) {
    deciding.pass(decided->clause, "left to the deadline");
    return false;
  }
  std::string what = timing.band ? fmt::format("{}, {}", band_text(timing), since(timing)) : fmt::format("unrated, {}", since(timing));
  if (timing.due) what += fmt::format(", due {}", day_text(*timing.due));
  if (tracked.facts.is_suppressed) what += ", suppressed by its report";
  if (!tracked.facts.is_fixable) what += ", no fix is known";
  if (tracked.facts.is_exploited) what += ", known to be exploited";
  if (decided->clause.effect != Effect::Report) what += fmt::format("; `{}` does not let it pass", decided->id);
  Reason value = reason(tracked, timing, tracked.facts.is_suppressed ? Action::Judge : Action::Fix, std::move(what));
  if (tracked.facts.is_suppressed) value.remedy = "take the suppression back, or have it accepted";
  deciding.add(decided->clause, std::move(value));
  return true;
}

Timing start_timing(const Deciding& deciding, Tracked& tracked) {
  ClockStart start = start_clock(tracked.names, tracked.by_tool, tracked.report_day, deciding.input.first_seen, deciding.input.as_of);
  tracked.facts.first_seen = start.first_seen;
  tracked.facts.score = tracked.score;
  tracked.facts.is_rated = tracked.band.has_value();
  tracked.is_known = deciding.is_known(tracked.facts);
  tracked.is_recorded = start.recorded;
  Timing timing{tracked.score, tracked.band, tracked.rating, start.first_seen, start.source, std::nullopt};
  if (tracked.band) timing.due = due_date(start.first_seen, deciding.input.policy.deadlines.of(*tracked.band));
  return timing;
}

DeadlineAnswer judge_deadline(const Deciding& deciding, const Tracked& tracked, Timing timing) {
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  Counts& counts = deciding.decision.counts;
  bool is_decided = tracked.is_vulnerability && judge_by_clause(deciding, tracked, timing);
  if (!tracked.band) {
    ++counts.unrated;
    if (is_decided) return {false, timing};
    Reason unrated = reason(tracked, timing, Action::Rate, "no score and no severity: no deadline can be told");
    unrated.remedy = "have it rated: a report with a CVSS vector for it is enough";
    deciding.add(clauses.unrated, std::move(unrated));
    return {false, timing};
  }
  BandCount& count = counts.bands[static_cast<std::size_t>(*tracked.band)];
  ++count.open;
  if (!is_decided) deciding.pass(clauses.unrated, "rated");
  judge_due(deciding, tracked, timing, count, is_decided);
  judge_ceiling(deciding, tracked, timing);
  return {timing.due.has_value() && !tracked.is_recorded, timing};
}

}  // namespace sluice::gate
