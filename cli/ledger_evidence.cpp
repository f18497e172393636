#include "cli/ledger_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ledger/ledger.h"

namespace sluice::cli {
namespace {

using Json = nlohmann::json;

std::string text_in(const Json& json, const char* key) {
  auto at = json.is_object() ? json.find(key) : json.end();
  return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

// "CVE-2026-1 in openssl 3.0.1", "CVE-2026-1: Title" are about CVE-2026-1.
bool is_about(const Json& one, const std::vector<std::string>& ids) {
  std::string subject = text_in(one, "subject"), identity = text_in(one, "identity");
  std::string name = subject.substr(0, subject.find_first_of(" :"));
  return std::ranges::any_of(ids, [&](const std::string& id) { return id == name || id == identity; });
}

gate::RecordedVulnerability recorded(const Json& one, const Json& release, Date as_of, const ledger::Entry& entry) {
  gate::RecordedVulnerability found{text_in(release, "product"), text_in(release, "version"), text_in(one, "subject"), text_in(one, "where"), as_of, {}, {}, {}, fmt::format("ledger entry {}", entry.sequence)};
  if (auto timing = one.find("timing"); timing != one.end() && timing->is_object()) {
    found.first_seen = parse_day(text_in(*timing, "firstSeen"));
    found.due = parse_day(text_in(*timing, "due"));
    if (auto score = timing->find("score"); score != timing->end() && score->is_number()) found.score = gate::score_of(score->get<double>());
  }
  return found;
}

// Reasons, and what was set aside by a waiver: a risk that somebody accepted is still there. What is fixed in the version and
// open in the one before it is not there.
Result<void> read_decision(const ledger::Entry& entry, const std::vector<std::string>& ids, std::vector<gate::RecordedVulnerability>& all) {
  Json body = Json::parse(entry.body, nullptr, false);
  auto decision = body.is_object() ? body.find("decision") : body.end();
  if (body.is_object() && decision == body.end()) return {};  // too large: the ledger has its digest alone
  Json release = decision != body.end() && decision->is_object() ? decision->value("release", Json()) : Json();
  std::optional<Date> as_of = parse_day(text_in(body, "asOf"));
  if (text_in(release, "version").empty() || !as_of) return fail({}, "ledger-decision", fmt::format("entry {} of the ledger is no decision", entry.sequence));
  for (const char* list : {"reasons", "setAside"}) {
    auto found = decision->find(list);
    if (found == decision->end() || !found->is_array()) continue;
    for (const Json& one : *found) {
      bool is_cleared = text_in(one, "by") == "statement";
      bool is_gone = one.is_object() && one.contains("clause") && text_in(one["clause"], "name").ends_with("vulnerabilities.fixed-in-candidate");
      if (is_about(one, ids) && !is_cleared && !is_gone) all.push_back(recorded(one, release, *as_of, entry));
    }
  }
  return {};
}

}  // namespace

Result<LedgerEvidence> read_ledger_evidence(const std::string& name, const std::vector<std::string>& ids) {
  LedgerEvidence evidence;
  if (name.empty()) return evidence;
  SLUICE_TRY(ledger::Ledger ledger, ledger::Ledger::open(name, ledger::Access::Read));
  evidence.id = ledger.id();
  SLUICE_TRY(evidence.first_seen, ledger.first_seen());
  if (ids.empty()) return evidence;
  Errors errors;
  SLUICE_CHECK(ledger.read({.release = {}, .kind = "decision", .from = 1}, [&](const ledger::Entry& entry) {
    if (Result<void> read = read_decision(entry, ids, evidence.recorded); !read) errors.append(read.error());
    return true;
  }));
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return evidence;
}

void use_ledger(const LedgerEvidence& evidence, gate::GateInput& input) {
  if (!evidence.id.empty()) use_ledger_days(input, days_for(input, evidence.first_seen, evidence.id));
}

}  // namespace sluice::cli
