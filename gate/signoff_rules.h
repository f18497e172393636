// gate/signoff_rules.h - who has to sign a decision, as a policy asks for it.
//
//   signoff:                       # of the policy, or of one stage
//     roles: [release-manager, security-lead]   # each of them must sign
//     two-person: true             # one person cannot sign for two roles; default true
//     author-may-sign: false       # the author of what a waiver covers may not; default false
//     valid-days: 30               # from the decision's day; without it a sign-off does not expire
//
// A role that is named twice needs two signatures of different people.
//
// Not here: keys, signatures and who has which role (signoff/).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/yaml_fields.h"

namespace sluice::gate {

struct SignoffRules {
  std::vector<std::string> roles;  // sorted; one that stands there twice needs two signatures
  bool two_person = true;          // every signature of another person, and at least two of them
  bool author_may_sign = false;
  std::optional<int> valid_days;
  Place place;
};

// Reads a `signoff` map on top of what was inherited.
SignoffRules read_signoff_rules(const yaml::Node& node, SignoffRules inherited, Errors& errors);

}  // namespace sluice::gate
