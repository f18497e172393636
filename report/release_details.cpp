#include "report/release_details.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/text.h"
#include "gate/gate_input.h"
#include "gate/waiver_book.h"

namespace sluice::report {
namespace {

using Json = nlohmann::ordered_json;

std::string shown(std::string_view text) { return to_valid_utf8(text); }

void set(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) json[key] = shown(text);
}

Json scan_json(const checklists::Scan& scan) {
  Json json = {{"role", "scan"}, {"file", shown(scan.file)}, {"sha256", scan.sha256}};
  json["runs"] = Json::array();
  for (const checklists::ScanRun& run : scan.runs) {
    Json one = {{"tool", shown(run.tool)}};
    set(one, "toolVersion", run.tool_version);
    set(one, "revision", run.revision);
    if (run.ended) one["ended"] = instant_text(*run.ended);
    one["complete"] = run.incomplete.empty();
    one["results"] = run.results.size();
    json["runs"].push_back(std::move(one));
  }
  return json;
}

Json assessment_json(const gate::Assessment& assessment, const char* role) {
  const gate::ImportedReport& report = assessment.report;
  Json json = {{"role", role}, {"file", shown(report.file)}, {"sha256", report.digest}, {"format", report.format}};
  set(json, "tool", report.tool);
  set(json, "toolVersion", report.tool_version);
  if (assessment.began) json["began"] = instant_text(*assessment.began);
  if (assessment.ended) json["ended"] = instant_text(*assessment.ended);
  json["targets"] = Json::array();
  for (const std::string& target : report.targets) json["targets"].push_back(shown(target));
  if (report.credentialed) json["credentialed"] = *report.credentialed;
  for (const auto& [name, fact] : report.facts) json["facts"][shown(name)] = shown(fact);
  json["completeness"] = std::string(to_string(report.completeness));
  json["items"] = report.items;
  json["findings"] = report.found();
  json["merged"] = report.merged;
  json["leftOut"] = Json::object();
  for (const auto& [reason, count] : report.left_out) json["leftOut"][shown(reason)] = count;
  return json;
}

Json inputs_json(const gate::GateInput& input) {
  Json json = Json::array();
  for (const checklists::Scan& scan : input.scans) json.push_back(scan_json(scan));
  for (const gate::Assessment& one : input.assessments) json.push_back(assessment_json(one, "assessment"));
  for (const gate::Assessment& one : input.active_assessments) json.push_back(assessment_json(one, "active-assessment"));
  return json;
}

void add_identities(const std::vector<gate::Assessment>& assessments, std::vector<std::string>& identities) {
  for (const gate::Assessment& one : assessments)
    for (std::size_t i = 0; i < one.report.compact.size(); ++i) identities.push_back(one.report.compact.at(i).identity);
}

// One line for each finding, sorted, so that the order of the reports does not matter.
Json digest_json(std::vector<std::string> identities) {
  std::ranges::sort(identities);
  identities.erase(std::ranges::unique(identities).begin(), identities.end());
  std::string all;
  for (const std::string& identity : identities) all.append(identity).append("\n");
  return {{"distinct", identities.size()}, {"sha256", sha256_hex(all)}};
}

Json findings_json(const gate::GateInput& input) {
  std::vector<std::string> candidate, active;
  add_identities(input.assessments, candidate);
  for (const checklists::Scan& scan : input.scans)
    for (const checklists::ScanRun& run : scan.runs)
      for (const checklists::ScanResult& result : run.results) candidate.push_back(result.identity);
  Json json = digest_json(std::move(candidate));
  add_identities(input.active_assessments, active);
  if (!input.active_assessments.empty()) json["active"] = digest_json(std::move(active));
  return json;
}

Json item_json(const checklists::ItemResult& result) {
  Json json = {{"id", shown(result.item.id)}, {"kind", std::string(sarif::to_string(result.judgement.kind))}};
  json["by"] = result.item.is_manual() ? "person" : "machine";
  json["message"] = shown(result.judgement.message);
  if (result.answer) {
    json["answeredBy"] = shown(result.answer->by);
    json["role"] = shown(result.answer->role);
    json["date"] = day_text(result.answer->date);
    json["expires"] = day_text(result.answer->expires);
  }
  for (const checklists::Looked& looked : result.judgement.looked) json["evidence"].push_back({{"file", shown(looked.file)}, {"sha256", looked.sha256}});
  return json;
}

Json checklists_json(const gate::GateInput& input) {
  Json json = Json::array();
  for (const checklists::Evaluation& evaluation : input.checklists) {
    Json one = {{"id", shown(evaluation.checklist.id)}, {"version", shown(evaluation.checklist.version)}, {"file", shown(evaluation.checklist.file)}};
    one["items"] = Json::array();
    for (const checklists::ItemResult& result : evaluation.results) one["items"].push_back(item_json(result));
    one["tree"] = Json::array();
    for (const checklists::SeenFile& file : evaluation.files) {
      Json seen = {{"file", shown(file.path)}};
      set(seen, "sha256", file.sha256);
      one["tree"].push_back(std::move(seen));
    }
    json.push_back(std::move(one));
  }
  return json;
}

// The waivers that count: what was accepted, by whom, until when. Who wrote one may not sign the release.
Json waivers_json(const gate::GateInput& input) {
  Json json = Json::array();
  for (const gate::Waiver& waiver : input.waivers.list) {
    bool counts = waiver.product_versions.contains(input.release.version) && !gate::is_history(waiver, input.waivers, input.as_of) &&
                  gate::check_waiver(waiver, input.waivers, input.policy.risk, input.as_of).empty();
    if (!counts) continue;
    Json one = {{"id", shown(waiver.id)}, {"reason", shown(waiver.reason)}, {"level", shown(waiver.level)}, {"control", shown(waiver.control)}};
    one["maxScore"] = to_string(waiver.max_score);
    one["author"] = shown(waiver.author);
    one["approver"] = shown(waiver.approver);
    one["role"] = shown(waiver.role);
    one["key"] = shown(waiver.signer->key);
    one["expires"] = day_text(waiver.expires);
    one["renewals"] = gate::renewals(waiver, input.waivers);
    json.push_back(std::move(one));
  }
  return json;
}

}  // namespace

std::string release_details_json(const gate::GateInput& input, std::string_view request_json, std::string_view ledger_days_json) {
  Json json;
  json["request"] = Json::parse(request_json);
  json["inputs"] = inputs_json(input);
  if (!ledger_days_json.empty()) json["ledgerDays"] = Json::parse(ledger_days_json);
  json["findings"] = findings_json(input);
  json["checklists"] = checklists_json(input);
  json["waivers"] = waivers_json(input);
  return json.dump();
}

}  // namespace sluice::report
