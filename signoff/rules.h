// signoff/rules.h - whose signatures a release needs.
//
// The policy says it (`signoff:`). Persons are told apart by their names among the allowed
// signers and by their keys: two names with one key are one person, and so are two keys of one name.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "signoff/verify_signature.h"

namespace sluice::signoff {

struct SignoffRules {
  std::vector<std::string> roles;   // each must sign, each through another person
  std::size_t least_persons = 2;    // the two-person rule: at least so many, whatever their roles
  int valid_days = 90;              // after the day of the decision; then the sign-off is void
  // Who may act in a role. A role that is not here is given by the file of allowed signers alone.
  std::map<std::string, std::vector<std::string>> persons;
};

// What is missing or forbidden, one sentence each; empty: the release is signed off.
// `authors` may not sign: they wrote what is waived.
std::vector<std::string> judge_signers(const SignoffRules& rules, const std::vector<Signer>& signers,
                                       const std::vector<std::string>& authors);

// Gives the roles that the rules name to their persons.
void assign_roles(const SignoffRules& rules, AllowedSigners& allowed);

}  // namespace sluice::signoff
