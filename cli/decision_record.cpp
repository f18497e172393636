#include "cli/decision_record.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/evidence.h"
#include "cli/release_statement.h"
#include "report/decision_report.h"
#include "signoff/envelope.h"

namespace sluice::cli {
namespace {

using Json = nlohmann::ordered_json;

// Larger ones are in the ledger by their digest alone.
constexpr std::size_t kMostDecisionInLedger = 8u << 20;

std::string release_name(const gate::Release& release) { return to_valid_utf8(release.product + " " + release.version); }

Json inputs_json(const signoff::Statement& statement) {
  Json json = Json::array();
  for (const signoff::Statement::Input& input : statement.inputs)
    json.push_back({{"role", input.role}, {"file", input.file}, {"sha256", input.sha256}});
  return json;
}

// Of a first look at a million findings no entry becomes too large to read.
constexpr std::size_t kMostDaysInEntry = 50'000;

std::vector<std::string> first_seen_bodies(const Days& days) {
  std::vector<std::string> bodies;
  std::string listed;
  std::size_t count = 0;
  for (const auto& [name, day] : days) {
    listed += fmt::format("{}{}:\"{}\"", listed.empty() ? "" : ",", Json(name).dump(), day_text(day));
    if (++count % kMostDaysInEntry != 0 && count != days.size()) continue;
    bodies.push_back("{\"days\":{" + listed + "}}");
    listed.clear();
  }
  return bodies;
}

}  // namespace

void add_record_options(CLI::App& command, RecordOptions& options) {
  command.add_option("--signoff", options.signoff, "Write the sign-off here, for `sluice signoff sign`")->type_name("FILE");
  command.add_option("--ledger", options.ledger.ledger, "Take first-seen days from this ledger (a file, or postgresql://...) and record the decision in it")->type_name("LEDGER");
}

Result<Recorder> Recorder::open(const RecordOptions& options, const GateRequest& request) {
  if (!options.is_kept()) return Recorder(options, request);
  SLUICE_TRY(Date as_of, read_as_of(request.as_of));
  Recorder recorder(options, relative(request, as_of));
  if (options.ledger.ledger.empty()) return recorder;
  SLUICE_TRY(recorder.ledger_, ledger::Ledger::open(options.ledger.ledger, ledger::Access::Write));
  SLUICE_TRY(recorder.known_, recorder.ledger_->first_seen());
  return recorder;
}

Result<gate::GateInput> Recorder::read_input() {
  SLUICE_TRY(gate::GateInput input, read_gate_input(request_));
  if (ledger_) use_ledger_days(input, days_for(input, known_, ledger_->id()));
  return input;
}

// Of the last sign-off of the same product: sign-offs form a chain of their own.
Result<std::string> Recorder::previous_statement(const gate::GateInput& input) {
  std::string previous;
  if (!ledger_) return previous;
  SLUICE_CHECK(ledger_->read({.release = {}, .kind = "signoff", .from = 1}, [&](const ledger::Entry& entry) {
    Json body = Json::parse(entry.body, nullptr, false);
    bool is_of_product = entry.release.starts_with(to_valid_utf8(input.release.product) + " ");
    if (is_of_product && body.is_object() && body.contains("payloadSha256") && body["payloadSha256"].is_string()) previous = body["payloadSha256"].get<std::string>();
    return true;
  }));
  return previous;
}

Result<void> Recorder::append(const gate::GateInput& input, const gate::Decision& decision, const std::string& payload) {
  SLUICE_TRY(signoff::Statement statement, signoff::parse_statement("decision", payload));
  SLUICE_TRY(std::string at, when(options_.ledger));
  std::string decision_json = report::decision_json(decision), by = who(options_.ledger), release = release_name(input.release);
  Json body = {{"format", "sluice-ledger-decision/1"}, {"verdict", std::string(to_string(decision.verdict))}, {"stage", decision.stage}, {"asOf", day_text(decision.as_of)}};
  body["build"] = input.release.build;
  body["decisionSha256"] = sha256_hex(decision_json);
  body["payloadSha256"] = sha256_hex(payload);
  body["request"] = Json::parse(request_json(request_));
  body["inputs"] = inputs_json(statement);
  body["previousStatement"] = statement.previous_statement;
  if (std::string days = ledger_days_json(input.ledger_days); !days.empty()) body["ledgerDays"] = Json::parse(days);
  if (decision_json.size() <= kMostDecisionInLedger) body["decision"] = Json::parse(decision_json);
  std::vector<ledger::NewEntry> entries = {{ledger::random_id(), "decision", release, at, by, body.dump()}};
  for (std::string& days : first_seen_bodies(days_to_record(input, known_))) entries.push_back({ledger::random_id(), "first-seen", release, at, by, std::move(days)});
  Result<std::vector<ledger::Entry>> done = ledger_->append(entries);
  if (!done) return std::unexpected(std::move(done).error());
  return {};
}

Result<void> Recorder::record(const gate::GateInput& input, const gate::Decision& decision) {
  if (!options_.is_kept()) return {};
  SLUICE_TRY(std::string previous, previous_statement(input));
  SLUICE_TRY(std::string payload, make_payload(request_, input, decision, previous));
  if (ledger_) {
    SLUICE_CHECK(append(input, decision, payload));
  }
  if (options_.signoff.empty()) return {};
  signoff::Envelope envelope{std::string(signoff::kStatementType), std::move(payload), {}};
  return write_file_atomically(options_.signoff, envelope.text());
}

}  // namespace sluice::cli
