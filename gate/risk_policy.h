// gate/risk_policy.h - who may accept which risk, and whose word counts: a policy's `risk` and `vex`.
//
//   risk:
//     likelihood: [rare, possible, likely]         # rising
//     impact: [minor, serious, severe]             # rising
//     levels:                                      # rising
//       - { level: low, roles: [security-lead, ciso], max-days: 365 }
//       - { level: medium, roles: [ciso], max-days: 180 }
//       - { level: high }                          # nobody may accept it
//     matrix:                                      # likelihood -> levels, by rising impact
//       rare: [low, low, medium]
//       possible: [low, medium, high]
//       likely: [medium, high, high]
//     max-renewals: 2
//     re-rating-roles: [security-lead]             # who may sign that a score is lower than reported
//   vex:
//     - { author: psirt@example.org, may: [not_affected, fixed], signed-by: psirt@example.org }
//
// Without `risk` nobody may accept anything; without `vex` no statement clears anything.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml_fields.h"
#include "gate/vulnerability.h"

namespace sluice::gate {

struct RiskLevel {
  std::string name;
  std::vector<std::string> roles;  // any of them; empty: this level cannot be accepted
  int max_days = 365;              // from approval to expiry
};

struct RiskPolicy {
  std::vector<std::string> likelihood, impact;  // rising
  std::vector<RiskLevel> levels;                // rising
  std::vector<std::vector<std::size_t>> matrix;  // [likelihood][impact] -> index into `levels`
  std::optional<int> max_renewals;
  std::vector<std::string> re_rating_roles;
  std::optional<Place> place;  // nothing: the policy has no `risk`

  // Nothing when a word is unknown.
  const RiskLevel* level_of(std::string_view likelihood_word, std::string_view impact_word) const;
  const RiskLevel* find_level(std::string_view name) const;
};
RiskPolicy read_risk_policy(const yaml::Node& node, Errors& errors);

// Who may clear what by a statement.
struct VexAuthor {
  std::string author;  // exactly as the document names it
  std::vector<SuppressionClaim> may;
  std::vector<std::string> signed_by;  // any of these principals; empty: the name in the document is believed
  Place place;
};
std::vector<VexAuthor> read_vex_authors(const yaml::Node& node, Errors& errors);
// All entries that let the author say so.
std::vector<const VexAuthor*> find_authors(const std::vector<VexAuthor>& authors, std::string_view author, SuppressionClaim claim);

}  // namespace sluice::gate
