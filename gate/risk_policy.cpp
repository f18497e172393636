#include "gate/risk_policy.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace sluice::gate {
namespace {

constexpr int kMaxWaiverDays = 366;  // a year at most, whatever the policy says
constexpr int kMostRenewals = 1000;

std::vector<std::string> read_scale(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = fields.required(key);
  std::vector<std::string> words = fields.texts(key);
  if (!node) return words;
  std::set<std::string> once(words.begin(), words.end());
  if (words.size() < 2 || once.size() != words.size())
    fields.complain(*node, "policy-risk-scale", fmt::format("`{}` must be at least two words, rising, each once", key));
  return words;
}

std::vector<RiskLevel> read_levels(yaml::Fields& fields) {
  std::vector<RiskLevel> levels;
  const yaml::Node* node = fields.required("levels");
  if (!node) return levels;
  if (!node->is_sequence() || node->items().empty()) fields.complain(*node, "policy-risk-levels", "`levels` must be a list, from the lowest level up");
  for (const yaml::Node& item : node->items()) {
    yaml::Fields level(item, fields.errors());
    RiskLevel one;
    one.name = level.text("level");
    one.roles = level.texts("roles");
    if (auto days = level.whole("max-days", 1, kMaxWaiverDays)) one.max_days = static_cast<int>(*days);
    level.finish();
    if (std::ranges::find(levels, one.name, &RiskLevel::name) != levels.end())
      fields.complain(item, "policy-duplicate", fmt::format("level `{}` is there twice", one.name));
    levels.push_back(std::move(one));
  }
  return levels;
}

std::optional<std::size_t> index_of(const std::vector<std::string>& words, std::string_view word) {
  auto found = std::ranges::find(words, word);
  return found == words.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - words.begin()));
}

// One row: the levels of a likelihood, by rising impact.
std::vector<std::size_t> read_row(const yaml::Node& node, const RiskPolicy& risk, Errors& errors) {
  std::vector<std::size_t> row;
  if (!node.is_sequence() || node.items().size() != risk.impact.size())
    errors.add(node.place(), "policy-risk-matrix", fmt::format("expected {} levels, one for each impact: {}", risk.impact.size(), fmt::join(risk.impact, ", ")));
  for (const yaml::Node& cell : node.items()) {
    auto found = std::ranges::find(risk.levels, cell.scalar(), &RiskLevel::name);
    if (found == risk.levels.end()) errors.add(cell.place(), "policy-risk-matrix", fmt::format("`{}` is none of `levels`", cell.scalar()));
    row.push_back(found == risk.levels.end() ? 0 : static_cast<std::size_t>(found - risk.levels.begin()));
  }
  row.resize(risk.impact.size());
  return row;
}

// A matrix in which more likely or worse is a lower risk is a slip of the pen.
void check_rising(const yaml::Node& node, const RiskPolicy& risk, Errors& errors) {
  for (std::size_t i = 0; i < risk.matrix.size(); ++i)
    for (std::size_t j = 0; j < risk.impact.size(); ++j) {
      bool falls = (i > 0 && risk.matrix[i][j] < risk.matrix[i - 1][j]) || (j > 0 && risk.matrix[i][j] < risk.matrix[i][j - 1]);
      if (falls)
        errors.add(node.place(), "policy-risk-matrix",
                   fmt::format("{} and {} give `{}`, lower than what is less likely or less bad", risk.likelihood[i], risk.impact[j],
                               risk.levels[risk.matrix[i][j]].name));
    }
}

void read_matrix(yaml::Fields& fields, RiskPolicy& risk) {
  risk.matrix.assign(risk.likelihood.size(), std::vector<std::size_t>(risk.impact.size()));
  const yaml::Node* node = fields.required("matrix");
  if (!node || risk.levels.empty()) return;
  std::size_t before = fields.errors().list.size();
  yaml::Fields rows(*node, fields.errors());
  for (std::size_t i = 0; i < risk.likelihood.size(); ++i)
    if (const yaml::Node* row = rows.required(risk.likelihood[i])) risk.matrix[i] = read_row(*row, risk, fields.errors());
  rows.finish();
  if (fields.errors().list.size() == before) check_rising(*node, risk, fields.errors());
}

}  // namespace

const RiskLevel* RiskPolicy::level_of(std::string_view likelihood_word, std::string_view impact_word) const {
  auto row = index_of(likelihood, likelihood_word), column = index_of(impact, impact_word);
  return row && column ? &levels[matrix[*row][*column]] : nullptr;
}

const RiskLevel* RiskPolicy::find_level(std::string_view name) const {
  auto found = std::ranges::find(levels, name, &RiskLevel::name);
  return found == levels.end() ? nullptr : &*found;
}

RiskPolicy read_risk_policy(const yaml::Node& node, Errors& errors) {
  RiskPolicy risk;
  risk.place = node.place();
  yaml::Fields fields(node, errors);
  risk.likelihood = read_scale(fields, "likelihood");
  risk.impact = read_scale(fields, "impact");
  risk.levels = read_levels(fields);
  read_matrix(fields, risk);
  if (auto most = fields.whole("max-renewals", 0, kMostRenewals)) risk.max_renewals = static_cast<int>(*most);
  risk.re_rating_roles = fields.texts("re-rating-roles");
  fields.finish();
  return risk;
}

std::vector<VexAuthor> read_vex_authors(const yaml::Node& node, Errors& errors) {
  std::vector<VexAuthor> authors;
  if (!node.is_sequence()) errors.add(node.place(), "yaml-type", "`vex` must be a list of authors and what they may say");
  for (const yaml::Node& item : node.items()) {
    yaml::Fields fields(item, errors);
    VexAuthor one{fields.text("author"), {}, fields.texts("signed-by"), item.place()};
    if (const yaml::Node* node_of_signers = fields.find("signed-by"); node_of_signers && one.signed_by.empty())
      fields.complain(*node_of_signers, "policy-empty", "`signed-by` names nobody; leave it out");
    if (const yaml::Node* may = fields.required("may")) {
      const std::vector<yaml::Node> alone = may->is_sequence() ? std::vector<yaml::Node>{} : std::vector{*may};
      for (const yaml::Node& word : may->is_sequence() ? may->items() : alone)
        if (auto claim = fields.word_of<SuppressionClaim>(word, {{"not_affected", SuppressionClaim::NotAffected},
                                                                {"fixed", SuppressionClaim::Fixed},
                                                                {"false_positive", SuppressionClaim::FalsePositive}}))
          one.may.push_back(*claim);
    }
    fields.finish();
    authors.push_back(std::move(one));
  }
  return authors;
}

std::vector<const VexAuthor*> find_authors(const std::vector<VexAuthor>& authors, std::string_view author, SuppressionClaim claim) {
  std::vector<const VexAuthor*> found;
  for (const VexAuthor& one : authors)
    if (one.author == author && std::ranges::find(one.may, claim) != one.may.end()) found.push_back(&one);
  return found;
}

}  // namespace sluice::gate
