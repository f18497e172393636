// checklists/evaluation.h - a checklist evaluated: one result for each of its items.
//
// Kinds are SARIF's: pass, fail, open (the machine could not decide: evidence is
// missing), review (a person has to answer, again or for the first time), notApplicable.
// Nothing passes because evidence is missing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "checklists/answers.h"
#include "checklists/checklist.h"

namespace sluice::checklists {

struct ItemResult {
  Item item;
  Judgement judgement;
  std::optional<Answer> answer;  // of a person, when one counts
};

struct Evaluation {
  Checklist checklist;
  Date as_of;
  std::vector<ItemResult> results;  // in the checklist's order
  std::vector<SeenFile> files;      // of the product's tree, that the results rest on; by path
  std::size_t count(sarif::Kind kind) const;
};

// `release`: the version that is to go out; empty when it is not known, then the
// answers' own release is not questioned.
Evaluation evaluate(const Checklist& checklist, const Evidence& evidence, const std::optional<Answers>& answers,
                    const std::string& release);

// The evaluation as one SARIF run: items are rules, results carry the kinds.
sarif::Log to_log(const Evaluation& evaluation);

}  // namespace sluice::checklists
