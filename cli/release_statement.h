// cli/release_statement.h - from what the gate was asked to what people sign, and the same again from kept inputs.
#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "cli/kept_request.h"
#include "gate/decision.h"
#include "signoff/rules.h"
#include "signoff/statement.h"

namespace sluice::cli {

// Whose signatures the policy wants at a stage. One that says nothing wants two persons.
signoff::SignoffRules signoff_rules(const gate::Policy& policy, const std::string& stage);

// The payload to sign. `request` is a kept one (cli/kept_request.h) that `input` was read by.
Result<std::string> make_payload(const GateRequest& request, const gate::GateInput& input, const gate::Decision& decision,
                                 const std::string& previous_statement);

struct DecidedAgain {
  std::string decision_json;  // as `sluice gate --format json` prints it
  std::string payload;        // as it would be signed
};
// Reads the request's files in the current folder and decides. What came from a ledger is given as it was kept.
struct KeptBesides {
  std::string ledger_days_json, previous_statement;
};
Result<DecidedAgain> decide_again(const GateRequest& request, const KeptBesides& kept);

// The current folder of the process is another one as long as this lives: kept requests name
// files relative to it. For commands that do nothing else meanwhile.
class InFolder {
 public:
  static Result<InFolder> enter(const std::filesystem::path& folder);
  InFolder(InFolder&& other) noexcept : back_(std::move(other.back_)) { other.back_.clear(); }
  ~InFolder();

 private:
  explicit InFolder(std::filesystem::path back) : back_(std::move(back)) {}
  std::filesystem::path back_;
};

}  // namespace sluice::cli
