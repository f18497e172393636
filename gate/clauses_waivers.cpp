// What does not count, told by itself: waivers, statements, re-ratings; and feeds that are missing or stale.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "gate/rating_book.h"
#include "gate/vex.h"
#include "gate/waiver_book.h"

namespace sluice::gate {
namespace {

const Clause& clause_of(const WaiverClauses& clauses, WaiverTrouble trouble) {
  switch (trouble) {
    case WaiverTrouble::OverBroad: return clauses.over_broad;
    case WaiverTrouble::NotAllowed: return clauses.not_allowed;
    case WaiverTrouble::Unsigned: return clauses.unsigned_;
    case WaiverTrouble::Expired: return clauses.expired;
    case WaiverTrouble::Void: return clauses.void_;
    case WaiverTrouble::Unused: return clauses.unused;
  }
  return clauses.not_allowed;
}

Reason reason(std::string subject, const Place& where, std::string what, std::string remedy) {
  Reason value;
  value.action = Action::Judge;
  value.subject = std::move(subject);
  value.where = to_string(where);
  value.what = std::move(what);
  value.remedy = std::move(remedy);
  return value;
}

// What is too old or not there: the deadlines that hang on it cannot be told.
void judge_feed(const Deciding& deciding, std::string_view name, const Place& place, std::optional<int> max_age_days, std::optional<Date> day, const std::string& file) {
  if (!max_age_days) return;
  Date as_of = deciding.input.as_of;
  std::string what;
  if (!day) what = fmt::format("the policy shortens deadlines by it, and no file was given (--{})", name);
  else if (*day > as_of) what = fmt::format("it is of {}, after the day of this decision", day_text(*day));
  else if (auto age = (as_of - *day).count(); age > *max_age_days) what = fmt::format("it is {} days old; {} are allowed", age, *max_age_days);
  if (what.empty()) return;
  Reason value = reason(name == "kev" ? "catalog of known exploited vulnerabilities" : "EPSS scores", {file}, std::move(what), fmt::format("give a newer file (--{})", name));
  value.action = Action::Provide;
  value.is_incomplete = true;
  deciding.add({fmt::format("deadlines.{}.max-age-days", name == "kev" ? "exploited" : "epss"), place, Effect::Hold, false}, std::move(value));
}

constexpr std::size_t kNamed = 3;

// Statements about components that no report found here: said once for each document, which may be a feed of thousands.
void judge_unmatched(const Deciding& deciding) {
  std::map<const VexDocument*, std::vector<std::string>> ids;
  for (const VexBook::Statement* one : deciding.statements.alone().on_others) ids[one->document].push_back(display_id(*one->said));
  for (const VexDocument& document : deciding.input.vex) {
    auto found = ids.find(&document);
    if (found == ids.end()) continue;
    std::vector<std::string>& list = found->second;
    std::ranges::sort(list);
    list.erase(std::ranges::unique(list).begin(), list.end());
    std::string named = fmt::format("{}", fmt::join(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(kNamed, list.size())), ", "));
    if (list.size() > kNamed) named += fmt::format(" and {} more", list.size() - kNamed);
    deciding.add(deciding.stage.vulnerabilities.statement_unmatched,
                 reason("statements on " + named, {document.file}, "stated affected, and no report found what they are about in this release",
                        "if it is in the release, scan what it is in; if the release is meant, name it as `identifiers` of the release file do"));
  }
}

}  // namespace

void judge_feeds(const Deciding& deciding) {
  const GateInput& input = deciding.input;
  const DeadlineTerms& terms = input.policy.deadlines.terms;
  if (terms.exploited)
    judge_feed(deciding, "kev", terms.exploited->place, terms.exploited->max_age_days, input.kev ? std::optional(input.kev->released) : std::nullopt,
               input.kev ? input.kev->file : "");
  if (terms.epss)
    judge_feed(deciding, "epss", terms.epss->place, terms.epss->max_age_days, input.epss ? std::optional(input.epss->scored) : std::nullopt,
               input.epss ? input.epss->file : "");
}

void judge_waivers(const Deciding& deciding) {
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  for (const WaiverProblem& problem : deciding.waivers.problems())
    deciding.add(clause_of(deciding.stage.waivers, problem.trouble), reason("waiver " + problem.waiver->id, problem.waiver->place, problem.what, problem.remedy));
  for (const VexBook::Refused& one : deciding.statements.refused()) {
    deciding.add(clauses.statement_untrusted,
                 reason(fmt::format("statement on {}", fmt::join(one.subjects, ", ")), {one.document->file}, one.why,
                        "have it stated as the policy's `vex` wants it, or fix it"));
  }
  judge_unmatched(deciding);
  for (const RatingBook::Refused& one : deciding.ratings.refused())
    deciding.add(clauses.re_rating_void, reason("rating event of " + one.event->id, one.event->place, "it does not count: " + one.why,
                                                "have it signed by somebody who may, for what is reported today"));
}

}  // namespace sluice::gate
