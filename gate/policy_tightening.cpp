#include "gate/policy_tightening.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "gate/risk_tightening.h"

namespace sluice::gate {
namespace {

// Compares one thing after another and tells what is weaker than it was.
struct Comparison {
  Errors& errors;

  void loosened(const Place& here, std::string_view what, const std::string& is, const std::string& was, const Place& there) {
    errors.add(here, "policy-loosened",
               fmt::format("`{}` is {} here and {} at {}; a policy that extends another can only tighten", what, is, was, to_string(there)));
  }

  void compare(const Clause& base, const Clause& derived) {
    if (derived.effect < base.effect)
      loosened(derived.place, derived.name, std::string(to_string(derived.effect)), std::string(to_string(base.effect)), base.place);
  }

  // A clause that is asked only where a policy has it cannot go away: it is inherited.
  void compare(const std::optional<Clause>& base, const std::optional<Clause>& derived) {
    if (base && derived) compare(*base, *derived);
  }

  // `limit`: a number that must not grow; without one everything is allowed.
  template <class T>
  void compare_limit(std::optional<int> T::*limit, const T& was, const T& is, std::string_view key) {
    if (was.*limit && (!(is.*limit) || *(is.*limit) > *(was.*limit)))
      loosened(is.place, fmt::format("{}.{}", id_of(is.clause), key), is.*limit ? fmt::format("{}", *(is.*limit)) : "not there",
               fmt::format("{}", *(was.*limit)), was.place);
  }

  // The name of the item that a clause of it is named after: without `.then`.
  static std::string id_of(const Clause& clause) {
    return clause.name.ends_with(".then") ? clause.name.substr(0, clause.name.size() - 5) : clause.name;
  }
};

bool covers(const std::vector<std::string>& all, const std::vector<std::string>& some) {
  return std::ranges::all_of(some, [&](const std::string& one) { return std::ranges::find(all, one) != all.end(); });
}

std::string days_text(const BandDeadline& deadline) { return deadline.days ? fmt::format("{}", *deadline.days) : "best-effort"; }

void compare_deadlines(const Deadlines& base, const Deadlines& derived, Comparison& comparison) {
  for (Band band : {Band::High, Band::Medium, Band::Low}) {
    const BandDeadline &was = base.of(band), &is = derived.of(band);
    bool has_more_time = was.days && (!is.days || *is.days > *was.days);
    if (has_more_time)
      comparison.loosened(is.place, fmt::format("deadlines.{}.days", to_string(band)), days_text(is), days_text(was), was.place);
  }
  auto compare_from = [&](Band band, Score was, Score is) {
    if (is > was)
      comparison.loosened(derived.of(band).from_place, fmt::format("deadlines.{}.from", to_string(band)), to_string(is), to_string(was),
                          base.of(band).from_place);
  };
  compare_from(Band::High, base.thresholds.high, derived.thresholds.high);
  compare_from(Band::Medium, base.thresholds.medium, derived.thresholds.medium);
  if (!comparison.errors.empty()) return;
  // Bands that moved may still give a single score more time, where a lower band had fewer days.
  for (std::uint8_t tenths = 0; tenths <= 100; ++tenths) {
    const BandDeadline &was = base.of(band_of(Score{tenths}, base.thresholds)), &is = derived.of(band_of(Score{tenths}, derived.thresholds));
    if (!was.days || (is.days && *is.days <= *was.days)) continue;
    comparison.loosened(is.place, fmt::format("deadlines of a score of {}", to_string(Score{tenths})), days_text(is), days_text(was), was.place);
    return;
  }
}

std::string then_text(const WeaknessClause& clause) { return clause.on_the_clock ? "deadline" : std::string(to_string(clause.clause.effect)); }

// `deadline` holds what is overdue and nothing else: stronger than a report, weaker than a hold,
// and neither against a condition.
bool is_as_strict(const WeaknessClause& was, const WeaknessClause& is) {
  if (was.on_the_clock == is.on_the_clock) return is.clause.effect >= was.clause.effect;
  return is.on_the_clock ? was.clause.effect == Effect::Report : is.clause.effect == Effect::Hold;
}

template <class T>
const T* find_id(const std::vector<T>& list, const std::string& id) {
  auto found = std::ranges::find(list, id, &T::id);
  return found == list.end() ? nullptr : &*found;
}

template <class T>
void compare_weakness_clauses(const std::vector<T>& base, const std::vector<T>& derived, Comparison& comparison) {
  for (const T& was : base) {
    const T* is = find_id(derived, was.id);
    if (is && !is_as_strict(was, *is))
      comparison.loosened(is->clause.place, is->clause.name, then_text(*is), then_text(was), was.clause.place);
  }
}

// What no clause means is judged by its deadline: a clause that is added may only be stricter than that.
void compare_added(const std::vector<VulnerabilityClause>& base, const std::vector<VulnerabilityClause>& derived, const StagePolicy& stage,
                   Comparison& comparison) {
  for (const VulnerabilityClause& one : derived) {
    bool is_strict = one.on_the_clock || one.clause.effect == Effect::Hold;
    if (!is_strict && !find_id(base, one.id))
      comparison.loosened(one.clause.place, one.clause.name, then_text(one), "deadline", stage.vulnerabilities.overdue.place);
  }
}

void compare_vulnerabilities(const StagePolicy& base, const StagePolicy& derived, Comparison& comparison) {
  const VulnerabilityClauses &was = base.vulnerabilities, &is = derived.vulnerabilities;
  constexpr Clause VulnerabilityClauses::*kClauses[] = {
      &VulnerabilityClauses::overdue,      &VulnerabilityClauses::overdue_at_ship_date, &VulnerabilityClauses::unrated,
      &VulnerabilityClauses::needs_review, &VulnerabilityClauses::suppressed_in_report, &VulnerabilityClauses::first_seen_unrecorded,
      &VulnerabilityClauses::fixed_in_candidate, &VulnerabilityClauses::statement_untrusted, &VulnerabilityClauses::statement_unmatched,
      &VulnerabilityClauses::re_rating_void};
  for (auto clause : {&WaiverClauses::over_broad, &WaiverClauses::not_allowed, &WaiverClauses::unsigned_, &WaiverClauses::expired, &WaiverClauses::void_,
                      &WaiverClauses::unused})
    comparison.compare(base.waivers.*clause, derived.waivers.*clause);
  for (auto clause : kClauses) comparison.compare(was.*clause, is.*clause);
  if (!was.open_at_or_above || !is.open_at_or_above) return;
  comparison.compare(was.open_at_or_above->clause, is.open_at_or_above->clause);
  if (is.open_at_or_above->from > was.open_at_or_above->from)
    comparison.loosened(is.open_at_or_above->clause.place, "vulnerabilities.open-at-or-above.score", to_string(is.open_at_or_above->from),
                        to_string(was.open_at_or_above->from), was.open_at_or_above->clause.place);
}

// Of tools any will do: a policy that extends another may name fewer of them, and none means any.
template <class T>
void compare_tools(const T& was, const T& is, Comparison& comparison) {
  bool is_wider = !was.tools.empty() && (is.tools.empty() || !covers(was.tools, is.tools));
  if (is_wider)
    comparison.loosened(is.place, Comparison::id_of(is.clause) + ".tools", fmt::format("[{}]", fmt::join(is.tools, ", ")),
                        fmt::format("[{}]", fmt::join(was.tools, ", ")), was.place);
}

void compare_scan(const ScanClause& was, const ScanClause& is, Comparison& comparison) {
  comparison.compare(was.clause, is.clause);
  compare_tools(was, is, comparison);
  comparison.compare_limit(&ScanClause::max_age_days, was, is, "max-age-days");
  std::string id = Comparison::id_of(is.clause);
  if (was.min_coverage_percent && is.min_coverage_percent.value_or(0) < *was.min_coverage_percent)
    comparison.loosened(is.place, id + ".min-coverage-percent", fmt::format("{}", is.min_coverage_percent.value_or(0)),
                        fmt::format("{}", *was.min_coverage_percent), was.place);
  if (was.same_commit && !is.same_commit) comparison.loosened(is.place, id + ".same-commit", "false", "true", was.place);
  if (!std::ranges::includes(is.cwes, was.cwes))
    comparison.loosened(is.place, id + ".cwes", fmt::format("[{}]", fmt::join(is.cwes, ", ")), fmt::format("[{}]", fmt::join(was.cwes, ", ")),
                        was.place);
}

void compare_assessment(const AssessmentClause& was, const AssessmentClause& is, Comparison& comparison) {
  comparison.compare(was.clause, is.clause);
  compare_tools(was, is, comparison);
  comparison.compare_limit(&AssessmentClause::max_age_days, was, is, "max-age-days");
  comparison.compare_limit(&AssessmentClause::max_feed_age_days, was, is, "max-feed-age-days");
  comparison.compare(was.same_version, is.same_version);
  comparison.compare(was.same_environment, is.same_environment);
  comparison.compare(was.after_deployment, is.after_deployment);
  comparison.compare(was.known_complete, is.known_complete);
  comparison.compare(was.credentialed, is.credentialed);
}

void compare_checklist(const ChecklistClause& was, const ChecklistClause& is, Comparison& comparison) {
  for (auto clause : {&ChecklistClause::missing, &ChecklistClause::fail, &ChecklistClause::open, &ChecklistClause::review})
    comparison.compare(was.*clause, is.*clause);
}

template <class T>
void compare_list(const std::vector<T>& base, const std::vector<T>& derived, void (*compare)(const T&, const T&, Comparison&),
                  Comparison& comparison) {
  for (const T& was : base)
    if (const T* is = find_id(derived, was.id)) compare(was, *is, comparison);
}

bool is_as_strict(const NewSince& was, const NewSince& is) {
  bool are_days = was.kind == NewSince::Kind::Day && is.kind == NewSince::Kind::Day;
  return was == is || (are_days && is.day <= was.day);
}

void compare_mode(const StagePolicy& base, const StagePolicy& derived, Comparison& comparison) {
  if (derived.mode.mode < base.mode.mode)
    comparison.loosened(derived.mode.place, fmt::format("stages.{}.mode", derived.name), std::string(to_string(derived.mode.mode)),
                        std::string(to_string(base.mode.mode)), base.mode.place);
  bool matters = derived.mode.mode == Mode::Ratchet;
  if (matters && !is_as_strict(base.new_since, derived.new_since))
    comparison.loosened(derived.place, fmt::format("stages.{}.new-since", derived.name), to_string(derived.new_since),
                        to_string(base.new_since), base.place);
}

void compare_signoff(const std::optional<SignoffRules>& was, const std::optional<SignoffRules>& is, Comparison& comparison) {
  if (!was || !is) return;  // one that is inherited cannot go away
  auto text = [](const std::optional<int>& days) { return days ? fmt::format("{}", *days) : "not there"; };
  if (!std::ranges::includes(is->roles, was->roles))
    comparison.loosened(is->place, "signoff.roles", fmt::format("[{}]", fmt::join(is->roles, ", ")), fmt::format("[{}]", fmt::join(was->roles, ", ")),
                        was->place);
  if (was->two_person && !is->two_person) comparison.loosened(is->place, "signoff.two-person", "false", "true", was->place);
  if (!was->author_may_sign && is->author_may_sign) comparison.loosened(is->place, "signoff.author-may-sign", "true", "false", was->place);
  if (was->valid_days && (!is->valid_days || *is->valid_days > *was->valid_days))
    comparison.loosened(is->place, "signoff.valid-days", text(is->valid_days), text(was->valid_days), was->place);
}

void compare_stage(const StagePolicy& base, const StagePolicy& derived, Comparison& comparison) {
  compare_mode(base, derived, comparison);
  comparison.compare(base.incomplete_scan, derived.incomplete_scan);
  compare_vulnerabilities(base, derived, comparison);
  compare_weakness_clauses(base.vulnerability_clauses, derived.vulnerability_clauses, comparison);
  compare_added(base.vulnerability_clauses, derived.vulnerability_clauses, derived, comparison);
  compare_weakness_clauses(base.findings, derived.findings, comparison);
  compare_list(base.scans, derived.scans, compare_scan, comparison);
  compare_list(base.assessments, derived.assessments, compare_assessment, comparison);
  compare_list(base.checklists, derived.checklists, compare_checklist, comparison);
  compare_signoff(base.signoff, derived.signoff, comparison);
}

}  // namespace

void check_tightening(const Policy& base, const Policy& derived, Errors& errors) {
  Comparison comparison{errors};
  compare_deadlines(base.deadlines, derived.deadlines, comparison);
  check_risk_tightening(base, derived, errors);
  for (const StagePolicy& stage : derived.stages) {
    // A stage that the other policy does not have extends one, and is compared with that.
    const StagePolicy* was = base.find_stage(stage.name);
    if (!was) was = derived.find_stage(stage.extends);
    if (was) compare_stage(*was, stage, comparison);
  }
}

}  // namespace sluice::gate
