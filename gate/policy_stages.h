// gate/policy_stages.h - reads the stages of a policy. Private to gate/policy.cpp.
#pragma once
#include "gate/policy.h"

namespace sluice::gate {

// Reads `stages` into the policy, whose stages are those that it inherits so far.
//
// In a policy that extends none, a stage may extend an earlier one, and a list that it gives
// replaces the list of that one. In a policy that extends another, a stage is either one of
// that policy's or extends one, and lists are added to: an item with an id that is there
// changes that item.
void read_stages(const yaml::Node& node, Policy& policy, Errors& errors);

// `key: report-only`, `ratchet` or `block`.
void read_mode(yaml::Fields& fields, ModeSetting& mode);
std::optional<Score> read_policy_score(yaml::Fields& fields, std::string_view key);

inline constexpr std::int64_t kMostPolicyDays = 36500;

}  // namespace sluice::gate
