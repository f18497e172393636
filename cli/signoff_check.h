// cli/signoff_check.h - is a release signed off? Everything that speaks against it, each with its place.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "signoff/envelope.h"
#include "signoff/statement.h"

namespace sluice::gate {
struct Policy;
}

namespace sluice::cli {

struct SignoffCheck {
  std::string envelope_file;
  std::string allowed_signers;  // file
  std::string revoked;          // file of keys that count no more; "": none
  std::string policy;           // the policy that must have been used; "": that is not checked
  std::string policy_root;      // the folder that no `extends` of it leads out of; "": the policy's
  std::string inputs;           // folder in which the gate was run: decide again and compare; "": not done
  Date as_of;                   // the day on which it must count
};

struct SignoffAnswer {
  signoff::Statement statement;
  std::vector<signoff::CheckedSignature> signatures;
  std::vector<std::string> problems;    // empty: signed off
  std::vector<std::string> unchecked;   // what nobody asked for
};

// Errors: files that cannot be read as what they must be. All else is a problem in the answer.
Result<SignoffAnswer> check_signoff(const SignoffCheck& check);
// The same of an envelope that was read already.
Result<SignoffAnswer> check_signoff(const SignoffCheck& check, const signoff::Envelope& envelope);

// What tells the policy that is expected from the one among the inputs. All that it extends counts, in order: a base that
// was loosened decides as much as the policy itself.
std::vector<std::string> not_the_policy(const gate::Policy& policy, const std::vector<signoff::Statement::Input>& inputs);

// The files that a statement rests on, compared in the current folder with what was signed.
std::vector<std::string> changed_inputs(const signoff::Statement& statement);

}  // namespace sluice::cli
