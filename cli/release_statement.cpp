#include "cli/release_statement.h"

#include "cli/ledger_days.h"
#include "report/decision_report.h"
#include "report/release_details.h"

namespace sluice::cli {

signoff::SignoffRules signoff_rules(const gate::Policy& policy, const std::string& stage_name) {
  const gate::StagePolicy* stage = policy.find_stage(stage_name);
  const std::optional<gate::SignoffRules>& asked = stage && stage->signoff ? stage->signoff : policy.signoff;
  if (!asked) return {};
  return {asked->roles, asked->two_person ? 2u : 1u, asked->two_person, asked->author_may_sign, asked->valid_days};
}

Result<std::string> make_payload(const GateRequest& request, const gate::GateInput& input, const gate::Decision& decision,
                                 const std::string& previous_statement) {
  signoff::StatementParts parts;
  parts.decision_json = report::decision_json(decision);
  parts.details_json = report::release_details_json(input, request_json(request), ledger_days_json(input.ledger_days));
  parts.rules = signoff_rules(input.policy, input.stage);
  if (parts.rules.valid_days) parts.expires = decision.as_of + std::chrono::days{*parts.rules.valid_days};
  parts.previous_statement = previous_statement;
  return signoff::make_statement(parts);
}

Result<DecidedAgain> decide_again(const GateRequest& request, const KeptBesides& kept) {
  SLUICE_TRY(gate::FirstSeen days, parse_ledger_days("ledgerDays", kept.ledger_days_json));
  SLUICE_TRY(gate::GateInput input, read_gate_input(request));
  use_ledger_days(input, std::move(days));
  gate::Decision decision = gate::decide(input);
  SLUICE_TRY(std::string payload, make_payload(request, input, decision, kept.previous_statement));
  return DecidedAgain{report::decision_json(decision), std::move(payload)};
}

Result<InFolder> InFolder::enter(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::path back = std::filesystem::current_path(error);
  if (!error) std::filesystem::current_path(folder, error);
  if (error) return fail({folder.string()}, "folder", "cannot enter the folder: " + error.message());
  return InFolder(std::move(back));
}

InFolder::~InFolder() {
  std::error_code error;
  if (!back_.empty()) std::filesystem::current_path(back_, error);
}

}  // namespace sluice::cli
