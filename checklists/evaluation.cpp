#include "checklists/evaluation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace sluice::checklists {
namespace {

// Why an answer does not count; empty when it does.
std::string why_void(const Answer& answer, const Item& item, Date as_of, const std::string& for_release, const std::string& release) {
  if (!release.empty() && for_release != release)
    return fmt::format("the answer is for release {}, not {}", for_release, release);
  if (answer.date > as_of) return fmt::format("the answer is dated {}, after the day of this run", day_text(answer.date));
  if (answer.expires < as_of) return fmt::format("the answer of {} expired on {}", answer.by, day_text(answer.expires));
  const std::vector<std::string>& roles = item.manual.roles;
  if (!roles.empty() && std::ranges::find(roles, answer.role) == roles.end())
    return fmt::format("{} answered as {}; it takes {}", answer.by, answer.role, fmt::join(roles, " or "));
  return {};
}

ItemResult review(const Item& item, std::string message) {
  return {item, {sarif::Kind::Review, std::move(message), {}, {}}, std::nullopt};
}

ItemResult answer_item(const Item& item, const Evidence& evidence, const std::optional<Answers>& answers, const std::string& release) {
  const Answer* answer = nullptr;
  if (answers)
    for (const Answer& one : answers->list)
      if (one.item == item.id) answer = &one;
  if (!answer) return review(item, "nobody has answered yet: " + item.manual.ask);
  if (std::string reason = why_void(*answer, item, evidence.as_of, answers->release, release); !reason.empty())
    return review(item, std::move(reason));
  Judgement judgement{answer->answer,
                      fmt::format("{} ({}) on {}: {}", answer->by, answer->role, day_text(answer->date), answer->evidence),
                      {},
                      {{answers->file, answers->sha256}}};
  return {item, std::move(judgement), *answer};
}

ItemResult evaluate_item(const Item& item, const Evidence& evidence, const std::optional<Answers>& answers, const std::string& release) {
  bool applies = item.applies_to.empty() || !evidence.tree.matching(item.applies_to).empty();
  if (!applies) {
    Judgement judgement{sarif::Kind::NotApplicable, fmt::format("there is no file {}", fmt::join(item.applies_to, " or ")), {}, {}};
    if (!evidence.tree.incomplete().empty()) judgement.kind = sarif::Kind::Open, judgement.message += "; but " + evidence.tree.incomplete();
    return {item, std::move(judgement), std::nullopt};
  }
  if (item.is_manual()) return answer_item(item, evidence, answers, release);
  return {item, item.check->judge(evidence), std::nullopt};
}

}  // namespace

std::size_t Evaluation::count(sarif::Kind kind) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(results, [&](const ItemResult& result) { return result.judgement.kind == kind; }));
}

Evaluation evaluate(const Checklist& checklist, const Evidence& evidence, const std::optional<Answers>& answers,
                    const std::string& release) {
  Evaluation evaluation{checklist, evidence.as_of, {}, {}};
  for (const Item& item : checklist.items) evaluation.results.push_back(evaluate_item(item, evidence, answers, release));
  evaluation.files = evidence.tree.seen();
  return evaluation;
}

}  // namespace sluice::checklists
