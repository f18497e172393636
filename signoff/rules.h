// signoff/rules.h - whose signatures a release needs.
//
// The policy says it (`signoff:`); who has which role says the file of allowed signers. Persons are told apart by their names among the allowed
// signers and by their keys: two names with one key are one person, and so are two keys of one name.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "signoff/verify_signature.h"

namespace sluice::signoff {

struct SignoffRules {
  std::vector<std::string> roles;   // each must sign; one that stands there twice must sign twice
  std::size_t least_persons = 2;    // the two-person rule: at least so many, whatever their roles
  bool one_role_each = true;        // nobody signs for two roles
  bool author_may_sign = false;     // the author of what is waived
  std::optional<int> valid_days = 90;  // after the day of the decision; then the sign-off is void
};

// What is missing or forbidden, one sentence each; empty: the release is signed off.
// `authors` wrote what is waived.
std::vector<std::string> judge_signers(const SignoffRules& rules, const std::vector<Signer>& signers,
                                       const std::vector<std::string>& authors);

}  // namespace sluice::signoff
