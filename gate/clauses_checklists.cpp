// The checklists that must be there, item by item.
#include <fmt/format.h>

#include <algorithm>

#include "gate/clauses.h"

namespace sluice::gate {
namespace {

using checklists::Evaluation;
using checklists::ItemResult;
using sarif::Kind;

std::string first_spot(const ItemResult& result) {
  if (result.judgement.spots.empty()) return {};
  const checklists::Spot& spot = *std::ranges::min_element(result.judgement.spots);
  return spot.line ? fmt::format("{}:{}", spot.file, spot.line) : spot.file;
}

Reason reason(const ItemResult& result, Action action, std::string remedy) {
  Reason value;
  value.action = action;
  value.subject = fmt::format("checklist item {}: {}", result.item.id, result.item.title);
  value.where = first_spot(result);
  value.what = result.judgement.message;
  value.remedy = std::move(remedy);
  return value;
}

void judge_item(const Deciding& deciding, const ChecklistClause& clause, const ItemResult& result) {
  const checklists::Item& item = result.item;
  Kind kind = result.judgement.kind;
  auto pass_unless = [&](Kind wanted, const Clause& asked) {
    if (kind != wanted) deciding.pass(asked, sarif::to_string(kind));
  };
  pass_unless(Kind::Fail, clause.fail), pass_unless(Kind::Review, clause.review), pass_unless(Kind::Open, clause.open);
  if (result.judgement.kind == Kind::Fail)
    deciding.add(clause.fail, reason(result, Action::Fix, "needed: " + item.evidence));
  if (result.judgement.kind == Kind::Review)
    deciding.add(clause.review, reason(result, Action::Answer, "answer it in the answers file, with evidence and an expiry"));
  if (result.judgement.kind != Kind::Open) return;
  Reason open = reason(result, Action::Provide, "needed: " + item.evidence);
  open.is_incomplete = true;
  deciding.add(clause.open, std::move(open));
}

void judge_checklist(const Deciding& deciding, const ChecklistClause& clause) {
  auto found = std::ranges::find_if(deciding.input.checklists, [&](const Evaluation& one) { return one.checklist.id == clause.id; });
  if (found == deciding.input.checklists.end()) {
    Reason missing;
    missing.action = Action::Provide;
    missing.subject = "checklist " + clause.id;
    missing.what = "it was not evaluated";
    missing.remedy = "give it with --checklist, and the answers with --answers";
    missing.is_incomplete = true;
    deciding.add(clause.missing, std::move(missing));
    return;
  }
  deciding.pass(clause.missing, "it was evaluated");
  for (const ItemResult& result : found->results) judge_item(deciding, clause, result);
}

}  // namespace

void judge_checklists(const Deciding& deciding) {
  for (const Evaluation& evaluation : deciding.input.checklists)
    for (const ItemResult& result : evaluation.results)
      ++deciding.decision.counts.checklist_items[static_cast<std::size_t>(result.judgement.kind)];
  for (const ChecklistClause& clause : deciding.stage.checklists) judge_checklist(deciding, clause);
}

}  // namespace sluice::gate
