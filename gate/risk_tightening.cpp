#include "gate/risk_tightening.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice::gate {
namespace {

void loosened(Errors& errors, const Place& here, std::string_view what, const Place& there) {
  errors.add(here, "policy-loosened",
             fmt::format("`{}` is looser here than at {}; a policy that extends another can only tighten", what, there.line ? to_string(there) : "the policy that it extends"));
}

bool covers(const std::vector<std::string>& all, const std::vector<std::string>& some) {
  return std::ranges::all_of(some, [&](const std::string& one) { return std::ranges::find(all, one) != all.end(); });
}

// A limit that may get smaller and cannot go away.
bool is_wider(std::optional<int> was, std::optional<int> is) { return was && (!is || *is > *was); }

void compare_levels(const RiskPolicy& base, const RiskPolicy& derived, Errors& errors) {
  for (std::size_t i = 0; i < base.levels.size(); ++i) {
    const RiskLevel &was = base.levels[i], &is = derived.levels[i];
    if (!covers(was.roles, is.roles)) loosened(errors, *derived.place, fmt::format("risk.levels.{}.roles", is.name), *base.place);
    if (is.max_days > was.max_days && !is.roles.empty()) loosened(errors, *derived.place, fmt::format("risk.levels.{}.max-days", is.name), *base.place);
  }
  for (std::size_t i = 0; i < base.matrix.size(); ++i)
    for (std::size_t j = 0; j < base.matrix[i].size(); ++j)
      if (derived.matrix[i][j] < base.matrix[i][j])
        loosened(errors, *derived.place, fmt::format("risk.matrix.{} ({})", derived.likelihood[i], derived.impact[j]), *base.place);
}

void compare_risk(const Policy& base, const Policy& derived, Errors& errors) {
  const RiskPolicy &was = base.risk, &is = derived.risk;
  if (!is.place) return;  // nobody may accept anything
  if (!was.place) return loosened(errors, *is.place, "risk", {base.file});
  bool same_words = was.likelihood == is.likelihood && was.impact == is.impact && std::ranges::equal(was.levels, is.levels, {}, &RiskLevel::name, &RiskLevel::name);
  if (!same_words)
    return errors.add(*is.place, "policy-loosened", fmt::format("`risk` has other words than at {}: what is as strict cannot be told", to_string(*was.place)));
  compare_levels(was, is, errors);
  if (is_wider(was.max_renewals, is.max_renewals)) loosened(errors, *is.place, "risk.max-renewals", *was.place);
  if (!covers(was.re_rating_roles, is.re_rating_roles)) loosened(errors, *is.place, "risk.re-rating-roles", *was.place);
}

// Whoever `is` believes, `was` believes: its signature may be wanted where it was not, never the other way round.
bool is_as_strict(const VexAuthor& was, const VexAuthor& is) {
  return was.signed_by.empty() || (!is.signed_by.empty() && covers(was.signed_by, is.signed_by));
}

void compare_authors(const Policy& base, const Policy& derived, Errors& errors) {
  for (const VexAuthor& is : derived.vex)
    for (SuppressionClaim claim : is.may)
      if (std::ranges::none_of(find_authors(base.vex, is.author, claim), [&](const VexAuthor* was) { return is_as_strict(*was, is); }))
        loosened(errors, is.place, fmt::format("vex ({} may say {})", is.author, to_string(claim)), base.vex.empty() ? Place{base.file} : base.vex.front().place);
}

void compare_feeds(const DeadlineTerms& was, const DeadlineTerms& is, Errors& errors) {
  if (was.exploited) {
    const auto &before = *was.exploited, &now = *is.exploited;  // what is inherited cannot go away
    if (now.days > before.days || (now.from_listing && !before.from_listing)) loosened(errors, now.place, "deadlines.exploited", before.place);
    if (is_wider(before.max_age_days, now.max_age_days)) loosened(errors, now.place, "deadlines.exploited.max-age-days", before.place);
  }
  if (was.epss) {
    const auto &before = *was.epss, &now = *is.epss;
    if (now.days > before.days || now.from > before.from) loosened(errors, now.place, "deadlines.epss", before.place);
    if (is_wider(before.max_age_days, now.max_age_days)) loosened(errors, now.place, "deadlines.epss.max-age-days", before.place);
  }
}

void compare_terms(const Policy& base, const Policy& derived, Errors& errors) {
  const DeadlineTerms &was = base.deadlines.terms, &is = derived.deadlines.terms;
  const Place here = {derived.file.empty() ? derived.deadlines.of(Band::High).place.file : derived.file}, there = {base.file};
  compare_feeds(was, is, errors);
  if (was.from_publication && !is.from_publication) loosened(errors, here, "deadlines.from", there);
  if (is.vendor_fix && (!was.vendor_fix || is.vendor_fix->at_most_days > was.vendor_fix->at_most_days))
    loosened(errors, is.vendor_fix->place, "deadlines.vendor-fix", was.vendor_fix ? was.vendor_fix->place : there);
  if (is.raised_score_grace_days > was.raised_score_grace_days) loosened(errors, here, "deadlines.raised-score-grace-days", there);
  if (is.environment_may_lower && !was.environment_may_lower) loosened(errors, here, "deadlines.environment", there);
}

}  // namespace

void check_risk_tightening(const Policy& base, const Policy& derived, Errors& errors) {
  compare_risk(base, derived, errors);
  compare_authors(base, derived, errors);
  compare_terms(base, derived, errors);
}

}  // namespace sluice::gate
