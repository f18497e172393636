#include "cli/signoff_check.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/release_statement.h"
#include "gate/policy.h"

namespace sluice::cli {
namespace {

using signoff::Statement;

void append(std::vector<std::string>& to, const Errors& errors) {
  for (const Error& error : errors.list) to.push_back(to_string(error));
}

void check_rules(const signoff::SignoffRules& rules, SignoffAnswer& answer) {
  std::vector<signoff::Signer> signers;
  for (std::size_t i = 0; i < answer.signatures.size(); ++i) {
    const signoff::CheckedSignature& one = answer.signatures[i];
    if (one.problem.empty()) signers.push_back(one.signer);
    else answer.problems.push_back(fmt::format("signatures/{}{}: {}", i, one.keyid.empty() ? "" : " (" + escape_terminal(one.keyid.substr(0, 80)) + ")", one.problem));
  }
  for (std::string& problem : judge_signers(rules, signers, answer.statement.authors)) answer.problems.push_back("signatures: " + std::move(problem));
}

// The rules of the policy that whoever verifies knows, not those that the signers agreed upon.
Result<signoff::SignoffRules> expected_rules(const SignoffCheck& check, SignoffAnswer& answer) {
  if (check.policy.empty()) {
    answer.unchecked.push_back("that the policy is the one you expect: give it with --policy");
    signoff::SignoffRules rules = answer.statement.rules;
    rules.least_persons = std::max<std::size_t>(rules.least_persons, 2);
    return rules;
  }
  SLUICE_TRY(gate::Policy policy, gate::load_policy(check.policy, check.policy_root));
  std::vector<std::string> problems = not_the_policy(policy, answer.statement.inputs);
  answer.problems.insert(answer.problems.end(), problems.begin(), problems.end());
  return signoff_rules(policy, answer.statement.stage);
}

void check_time(const SignoffCheck& check, SignoffAnswer& answer) {
  const Statement& statement = answer.statement;
  if (statement.expires && check.as_of > *statement.expires) answer.problems.push_back(fmt::format("the sign-off counted until {}", day_text(*statement.expires)));
  if (check.as_of < statement.as_of) answer.problems.push_back(fmt::format("the sign-off is of {}, after the day of this check, {}", day_text(statement.as_of), day_text(check.as_of)));
  if (statement.verdict == "hold") answer.problems.push_back("decision/verdict: the gate holds this release: signatures do not let it go");
}

Result<void> check_inputs(const SignoffCheck& check, const std::string& payload, SignoffAnswer& answer) {
  if (check.inputs.empty()) {
    answer.unchecked.push_back("that the inputs give this decision: name the folder where the gate was run with --inputs");
    return {};
  }
  SLUICE_TRY(InFolder folder, InFolder::enter(check.inputs));
  std::vector<std::string> changed = changed_inputs(answer.statement);
  answer.problems.insert(answer.problems.end(), changed.begin(), changed.end());
  Result<GateRequest> request = parse_request("the sign-off", answer.statement.request_json);
  Result<DecidedAgain> again = fail({}, "", "");
  if (!request) {
    append(answer.problems, request.error());
    return {};
  }
  again = decide_again(*request, {answer.statement.ledger_days_json, answer.statement.previous_statement});
  if (!again) append(answer.problems, again.error());
  else if (std::string where = signoff::difference(payload, again->payload); !where.empty())
    answer.problems.push_back("deciding again from the inputs gives something else: " + where);
  return {};
}

}  // namespace

std::vector<std::string> not_the_policy(const gate::Policy& policy, const std::vector<Statement::Input>& inputs) {
  std::vector<const Statement::Input*> used;
  for (const Statement::Input& input : inputs)
    if (input.role == "policy") used.push_back(&input);
  std::vector<std::pair<std::string, std::string>> expected = {{policy.file, policy.sha256}};
  for (const gate::PolicyFile& base : policy.bases) expected.emplace_back(base.file, base.sha256);
  if (used.empty()) return {"decision/evidence: no policy is named"};
  if (used.size() != expected.size())
    return {fmt::format("{} is not the policy that was used: with what it extends it is {} file{}, signed are {}", policy.file, expected.size(),
                        expected.size() == 1 ? "" : "s", used.size())};
  std::vector<std::string> problems;
  for (std::size_t i = 0; i < used.size(); ++i)
    if (used[i]->sha256 != expected[i].second)
      problems.push_back(fmt::format("{} is not the policy that was used: its sha256 is {}, signed is {} ({})", expected[i].first, expected[i].second, used[i]->sha256,
                                     escape_terminal(used[i]->file)));
  return problems;
}

std::vector<std::string> changed_inputs(const Statement& statement) {
  std::vector<std::string> changed;
  for (const Statement::Input& input : statement.inputs) {
    if (input.sha256.empty() || input.role == "ledger") continue;
    Result<std::string> bytes = read_file(input.file);
    std::string found = bytes ? sha256_hex(*bytes) : "";
    if (!bytes) changed.push_back(fmt::format("input {} ({}): {}", escape_terminal(input.file), input.role, bytes.error().list.front().message));
    else if (found != input.sha256) changed.push_back(fmt::format("input {} ({}) was changed: its sha256 is {}, signed is {}", escape_terminal(input.file), input.role, found, input.sha256));
  }
  return changed;
}

Result<SignoffAnswer> check_signoff(const SignoffCheck& check, const signoff::Envelope& envelope) {
  SLUICE_TRY(signoff::AllowedSigners allowed, signoff::AllowedSigners::load(check.allowed_signers));
  if (!check.revoked.empty()) {
    SLUICE_TRY(std::string text, read_file(check.revoked));
    SLUICE_CHECK(allowed.revoke(check.revoked, text));
  }
  SignoffAnswer answer;
  if (envelope.payload_type != signoff::kStatementType)
    answer.problems.push_back(fmt::format("payloadType: expected `{}`, it is `{}`", signoff::kStatementType, escape_terminal(envelope.payload_type.substr(0, 100))));
  SLUICE_TRY(answer.statement, signoff::parse_statement(check.envelope_file + ": payload", envelope.payload));
  for (const std::string& problem : answer.statement.problems) answer.problems.push_back("payload: " + problem);
  SLUICE_TRY(signoff::SignoffRules rules, expected_rules(check, answer));
  answer.signatures = check_signatures(envelope, allowed, signoff::kReleaseNamespace, answer.statement.as_of);
  check_rules(rules, answer);
  check_time(check, answer);
  SLUICE_CHECK(check_inputs(check, envelope.payload, answer));
  return answer;
}

Result<SignoffAnswer> check_signoff(const SignoffCheck& check) {
  SLUICE_TRY(std::string text, read_file(check.envelope_file));
  SLUICE_TRY(signoff::Envelope envelope, signoff::Envelope::parse(check.envelope_file, text));
  return check_signoff(check, envelope);
}

}  // namespace sluice::cli
