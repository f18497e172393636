#include "cli/release_statement.h"

#include "cli/ledger_days.h"
#include "report/decision_report.h"
#include "report/release_details.h"

namespace sluice::cli {

signoff::SignoffRules signoff_rules(const gate::Policy&) { return {}; }

Result<std::string> make_payload(const GateRequest& request, const gate::GateInput& input, const gate::Decision& decision,
                                 const std::string& previous_statement) {
  signoff::StatementParts parts;
  parts.decision_json = report::decision_json(decision);
  parts.details_json = report::release_details_json(input, request_json(request), ledger_days_json(input.ledger_days));
  parts.rules = signoff_rules(input.policy);
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
