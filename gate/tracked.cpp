#include "gate/tracked.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "checklists/glob.h"
#include "gate/due.h"
#include "gate/rating_book.h"
#include "gate/waiver_book.h"

namespace sluice::gate {
namespace {

std::string days(std::chrono::days count) { return fmt::format("{} day{}", count.count(), count.count() == 1 ? "" : "s"); }

// "High (9.8)", or "High (medium ...)" when only a word is known.
std::string band_text(const Timing& timing) {
  std::string name(to_string(*timing.band));
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  std::string score = timing.score ? to_string(*timing.score) : timing.rating;
  if (timing.environment)
    score += fmt::format("; {} without, {} with the environment of `{}`", to_string(timing.environment->without), to_string(timing.environment->with),
                         timing.environment->asset);
  return fmt::format("{} ({})", name, score);
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
  value.in_model = tracked.in_model;
  value.what = std::move(what);
  if (!tracked.note.empty()) value.what += "; " + tracked.note;
  value.remedy = tracked.remedy;
  value.timing = timing;
  value.is_known = tracked.is_known;
  return value;
}

// "due 2026-03-02 (14 days because it is exploited ...)"
std::string because(const Timing& timing) { return timing.due_because.empty() ? "" : fmt::format(" ({})", timing.due_because); }

bool is_late_at_ship(const Deciding& deciding, const Timing& timing) {
  std::optional<Date> ship = deciding.input.release.ship_date;
  return timing.due && ship && *ship > *timing.due;
}

void judge_due(const Deciding& deciding, const Tracked& tracked, const Timing& timing, BandCount& count, bool is_decided) {
  const Policy& policy = deciding.input.policy;
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  Date as_of = deciding.input.as_of;
  std::optional<Date> ship = deciding.input.release.ship_date;
  DueState state = due_state(timing.due, as_of, policy.deadlines.due_soon_days);
  bool late_at_ship = is_late_at_ship(deciding, timing) && state != DueState::Overdue;
  count.overdue += state == DueState::Overdue;
  count.due_soon += state == DueState::DueSoon;
  count.overdue_at_ship_date += late_at_ship;
  if (is_decided) return;
  std::string head = timing.due ? fmt::format("{}, {}", band_text(timing), since(timing)) : "";
  if (state == DueState::Overdue) {
    std::string what = fmt::format("{}, was due {}: {} over{}", head, day_text(*timing.due), days(as_of - *timing.due), because(timing));
    deciding.add(clauses.overdue, reason(tracked, timing, Action::Fix, std::move(what)));
    return;
  }
  deciding.pass(clauses.overdue, !timing.due ? "best effort" : state == DueState::DueSoon ? "in time, due soon" : "in time");
  if (late_at_ship) {
    std::string what = fmt::format("{}, due {}: in time today, {} over on the ship date {}{}", head, day_text(*timing.due),
                                   days(*ship - *timing.due), day_text(*ship), because(timing));
    deciding.add(clauses.overdue_at_ship_date, reason(tracked, timing, Action::Plan, std::move(what)));
    return;
  }
  deciding.pass(clauses.overdue_at_ship_date, !ship ? "the release file has no ship date" : !timing.due ? "best effort" : "in time on the ship date");
  if (state == DueState::DueSoon) {
    std::string what = *timing.due == as_of ? fmt::format("{}, due today{}", head, because(timing))
                                            : fmt::format("{}, due {}, in {}{}", head, day_text(*timing.due), days(*timing.due - as_of), because(timing));
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
  if (!clause.components.empty() && !(tracked.component && any_fits(clause.components, tracked.component->name))) return "components";
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

// What the KEV and EPSS files say of any of its ids; they never take back what a report says.
void ask_feeds(const GateInput& input, Tracked& tracked) {
  for (const std::string& name : tracked.names) {
    if (input.kev)
      if (auto listed = input.kev->find(name); listed && *listed <= input.as_of) {
        tracked.exploited = true;
        tracked.exploited_by = input.kev->file;
        if (!tracked.exploited_since || *listed < *tracked.exploited_since) tracked.exploited_since = listed;
      }
    if (input.epss && input.epss->scored <= input.as_of)
      if (auto score = input.epss->find(name); score && (!tracked.epss || *score > *tracked.epss)) tracked.epss = score;
  }
}

// The score that counts: after re-ratings, else in the environment of its asset.
std::vector<ScoreStep> rate(const Deciding& deciding, Tracked& tracked) {
  const Deadlines& deadlines = deciding.input.policy.deadlines;
  std::vector<ScoreStep> steps = deciding.ratings.apply(tracked);
  if (!steps.empty()) {
    tracked.environment.reset();
  } else if (tracked.environment && (tracked.environment->with > tracked.environment->without || deadlines.terms.environment_may_lower)) {
    tracked.score = tracked.severest = tracked.environment->with;
  }
  if (tracked.score) tracked.band = band_of(*tracked.score, deadlines.thresholds);
  return steps;
}

Due due_day(const Deciding& deciding, const Tracked& tracked, std::vector<ScoreStep> steps) {
  DueFacts facts;
  facts.steps = std::move(steps);
  facts.first_seen = tracked.facts.first_seen;
  facts.as_of = deciding.input.as_of;
  facts.band = *tracked.band;
  facts.waits = deciding.ratings.waits(tracked);
  facts.exploited = tracked.exploited;
  facts.exploited_by = tracked.exploited_by;
  facts.exploited_since = tracked.exploited_since;
  facts.epss = tracked.epss;
  return due_of(facts, deciding.input.policy.deadlines);
}

// A waiver that ends before the ship date waives nothing on it.
void judge_after_waiver(const Deciding& deciding, const Tracked& tracked, const Timing& timing, const SetAside& aside) {
  std::optional<Date> ship = deciding.input.release.ship_date;
  if (!is_late_at_ship(deciding, timing) || !aside.until || *aside.until >= *ship) return;
  std::string what = fmt::format("{}, {}, due {}, waived by {} until {}: {} over on the ship date {}", band_text(timing), since(timing), day_text(*timing.due),
                                 aside.id, day_text(*aside.until), days(*ship - *timing.due), day_text(*ship));
  deciding.add(deciding.stage.vulnerabilities.overdue_at_ship_date, reason(tracked, timing, Action::Plan, std::move(what)));
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
  const GateInput& input = deciding.input;
  std::optional<Date> published = input.policy.deadlines.terms.from_publication ? tracked.published : std::nullopt;
  ClockStart start = start_clock(tracked.names, tracked.by_tool, tracked.report_day, input.first_seen, input.as_of, published);
  ask_feeds(input, tracked);
  std::vector<ScoreStep> steps = rate(deciding, tracked);
  tracked.facts.first_seen = start.first_seen;
  tracked.facts.score = tracked.score;
  tracked.facts.is_rated = tracked.band.has_value();
  tracked.facts.is_exploited = tracked.exploited;
  tracked.facts.epss = tracked.epss;
  tracked.is_known = deciding.is_known(tracked.facts);
  tracked.is_recorded = start.recorded;
  Timing timing{tracked.score, tracked.band, tracked.rating, start.first_seen, start.source, std::nullopt, {}, tracked.environment};
  if (!tracked.band) return timing;
  Due due = due_day(deciding, tracked, std::move(steps));
  timing.due = due.day;
  timing.due_because = std::move(due.because);
  return timing;
}

std::optional<Score> severest_of(SeverityWord word) {
  switch (word) {
    case SeverityWord::Unknown: return std::nullopt;
    case SeverityWord::Info:
    case SeverityWord::Low: return Score{39};
    case SeverityWord::Medium: return Score{69};
    case SeverityWord::High: return Score{89};
    case SeverityWord::Critical: return Score{100};
  }
  return std::nullopt;
}

std::optional<Score> severest_of(sarif::Level level) {
  switch (level) {
    case sarif::Level::Error: return severest_of(SeverityWord::High);
    case sarif::Level::Warning: return severest_of(SeverityWord::Medium);
    case sarif::Level::Note:
    case sarif::Level::None: return severest_of(SeverityWord::Low);
  }
  return std::nullopt;
}

void add_standing(const Deciding& deciding, const Tracked& tracked, State state, const Timing* timing, std::string said_by) {
  if (!deciding.standings) return;
  Standing one{state, tracked.id, tracked.names, tracked.subject, tracked.where, tracked.identity, tracked.remedy, {}, DueState::NoDeadline, std::move(said_by)};
  if (timing) {
    one.timing = *timing;
    one.due_state = due_state(timing->due, deciding.input.as_of, deciding.input.policy.deadlines.due_soon_days);
  }
  deciding.standings->push_back(std::move(one));
}

bool set_aside_by_waiver(const Deciding& deciding, Tracked& tracked, const Timing* timing) {
  WaiverBook::Answer answer = deciding.waivers.find(tracked);
  if (!answer.waiver) {
    if (!answer.note.empty()) tracked.note += (tracked.note.empty() ? "" : "; ") + answer.note;
    return false;
  }
  const Waiver& waiver = *answer.waiver;
  SetAside aside{"waiver", waiver.id, waiver.place, waiver.approver, waiver.reason, waiver.level, renewals(waiver, deciding.input.waivers), waiver.expires,
                 tracked.subject, tracked.where, tracked.identity, {}};
  if (timing) {
    aside.timing = *timing;
    judge_after_waiver(deciding, tracked, *timing, aside);
  }
  ++deciding.decision.counts.waived;
  add_standing(deciding, tracked, State::Waived, timing, fmt::format("{} by {} until {}", waiver.id, waiver.approver, day_text(waiver.expires)));
  deciding.decision.set_aside.push_back(std::move(aside));
  return true;
}

// It holds up nothing in this version: shipping it is the cure of the Active one.
void judge_fixed_in_candidate(const Deciding& deciding, const Tracked& tracked, const Timing& timing) {
  const Release& release = deciding.input.release;
  Date as_of = deciding.input.as_of;
  ++deciding.decision.counts.fixed_in_candidate;
  add_standing(deciding, tracked, State::FixedInCandidate, &timing, {});
  std::string active = release.previous_active.empty() ? "the Active version" : "the Active version " + release.previous_active;
  std::string what = fmt::format("fixed in {}, still open in {}: {}, {}", release.version, active, band_text(timing), since(timing));
  if (timing.due && as_of > *timing.due) what += fmt::format(", was due {}: {} over", day_text(*timing.due), days(as_of - *timing.due));
  else if (is_late_at_ship(deciding, timing))
    what += fmt::format(", due {}: {} over on the ship date", day_text(*timing.due), days(*release.ship_date - *timing.due));
  else if (timing.due) what += fmt::format(", due {}", day_text(*timing.due));
  Reason value = reason(tracked, timing, Action::Plan, what + because(timing));
  value.remedy = "ship this version, and bring the instances to it";
  deciding.add(deciding.stage.vulnerabilities.fixed_in_candidate, std::move(value));
}

DeadlineAnswer judge_deadline(const Deciding& deciding, const Tracked& tracked, Timing timing, State state) {
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  add_standing(deciding, tracked, state, &timing, {});
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
