// A decision as SARIF: one log of everything that it was made of.
//
// First a run of the gate itself, whose results are the reasons that no other run has:
// missing evidence, checklist items. Then the analyzers' logs as they came, with the states
// of the decision's baseline where it has one, then the assessments. What a result means to the decision stands in
// its property `sluice/gate`. Suppressed results stay, with their suppressions: a reader
// sees what was let through. The log is also the baseline of the next decision (gate/baseline.h).
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "base/version.h"
#include "gate/decision.h"
#include "gate/import_to_sarif.h"
#include "gate/model.h"
#include "report/decision_outline.h"
#include "report/decision_report.h"
#include "sarif/merge.h"
#include "sarif/reader.h"
#include "sarif/uri.h"
#include "sarif/writer.h"

namespace sluice::report {
namespace {

using namespace gate;

// What the decision says of a weakness, by its identity.
struct Said {
  const Reason* reason = nullptr;
  const SetAside* aside = nullptr;
};
using ByIdentity = std::unordered_map<std::string, Said>;

sarif::Level level_of(Effect effect) {
  switch (effect) {
    case Effect::Hold: return sarif::Level::Error;
    case Effect::Condition: return sarif::Level::Warning;
    case Effect::Report: return sarif::Level::Note;
  }
  return sarif::Level::Note;
}

sarif::Members gate_property(const Reason& reason) {
  sarif::Members facts;
  facts.set_text("effect", to_string(reason.effect));
  facts.set_text("clause", to_valid_utf8(clause_text(reason.clause)));
  facts.set_text("remedy", to_valid_utf8(reason.remedy));
  if (reason.timing && reason.timing->due) facts.set_text("due", day_text(*reason.timing->due));
  return facts;
}

void mark(sarif::Result& result, const Reason& reason) {
  std::string json;
  sarif::Members facts = gate_property(reason);
  for (const sarif::Member& member : facts.list())
    json += fmt::format("{}{}:{}", json.empty() ? "" : ",", sarif::json_string(member.name), member.json);
  result.properties.set_json("sluice/gate", "{" + json + "}");
}

// What a waiver or a statement set aside is suppressed outside the code, by whoever signed.
void suppress(sarif::Result& result, const SetAside& aside) {
  sarif::Suppression suppression;
  suppression.kind = sarif::SuppressionKind::External;
  suppression.status = sarif::SuppressionStatus::Accepted;
  std::string until = aside.until ? " until " + day_text(*aside.until) : "";
  suppression.justification = to_valid_utf8(fmt::format("{} {} by {}{}: {}", aside.by, aside.id, aside.who, until, aside.why));
  if (!result.suppressions) result.suppressions.emplace();
  result.suppressions->push_back(std::move(suppression));
}

void mark(sarif::Result& result, const Said& said) {
  if (said.reason) mark(result, *said.reason);
  if (said.aside) suppress(result, *said.aside);
}

// The strongest reason of each weakness: reasons are sorted so.
ByIdentity index_of(const Decision& decision) {
  ByIdentity index;
  for (const Reason& reason : decision.reasons)
    if (!reason.identity.empty() && !index[reason.identity].reason) index[reason.identity].reason = &reason;
  for (const SetAside& one : decision.set_aside)
    if (!one.identity.empty()) index[one.identity].aside = &one;
  return index;
}

sarif::Location place_of(const Reason& reason) {
  sarif::Location location;
  location.physical_location.emplace();
  location.physical_location->artifact_location.emplace();
  location.physical_location->artifact_location->uri = sarif::uri_from_path(reason.clause.place.file);
  if (reason.clause.place.line) {
    location.physical_location->region.emplace();
    location.physical_location->region->start_line = static_cast<std::int32_t>(reason.clause.place.line);
  }
  return location;
}

sarif::Run run_of_gate(const Decision& decision) {
  sarif::Run run;
  run.tool.driver.name = "Sluice gate";
  run.tool.driver.version = run.tool.driver.semantic_version = kVersion;
  run.automation_details.emplace();
  run.automation_details->id = fmt::format("sluice-gate/{}/", to_valid_utf8(decision.stage));
  run.column_kind = sarif::ColumnKind::Utf16CodeUnits;
  sarif::Invocation invocation;
  invocation.execution_successful = true;
  run.invocations = {invocation};
  run.results.emplace();
  std::map<std::string, std::int32_t> rules;
  for (const Reason& reason : decision.reasons)
    if (reason.identity.empty()) rules.emplace(to_valid_utf8(reason.clause.name), 0);
  for (auto& [id, index] : rules) {
    index = static_cast<std::int32_t>(run.tool.driver.rules.size());
    sarif::ReportingDescriptor rule;
    rule.id = id;
    rule.short_description = sarif::Text{"A clause of the policy: " + id + ".", {}, {}};
    run.tool.driver.rules.push_back(std::move(rule));
  }
  for (const Reason& reason : decision.reasons) {
    if (!reason.identity.empty()) continue;
    sarif::Result result;
    result.rule_id = to_valid_utf8(reason.clause.name);
    result.rule_index = rules.at(result.rule_id);
    result.level = level_of(reason.effect);
    std::string where = reason.where.empty() ? "" : " (" + reason.where + ")";
    result.message.text = to_valid_utf8(fmt::format("{}{}: {}. {}.", reason.subject, where, reason.what, reason.remedy));
    result.locations = {place_of(reason)};
    mark(result, reason);
    run.results->push_back(std::move(result));
  }
  run.properties.set_text("sluice/verdict", to_string(decision.verdict));
  run.properties.set_text("sluice/asOf", day_text(decision.as_of));
  run.properties.set_text("sluice/policy", to_valid_utf8(decision.policy_id + " " + decision.policy_version));
  return run;
}

using Names = std::unordered_map<std::string, std::string>;

// Reasons name the vulnerability, results are its witnesses.
Names vulnerability_of_witness(const GateInput& input) {
  Names names;
  Model model(input.assessments, input.scans, input.active_assessments);
  for (std::size_t i = 0; i < model.size(); ++i) {
    MergedVulnerability merged = model.at(i);
    for (const Witness& witness : merged.witnesses) names[witness.identity] = merged.vulnerability.identity;
  }
  return names;
}

const Said* find_said(const std::string& identity, const Names& names, const ByIdentity& reasons) {
  auto name = names.find(identity);
  auto said = name == names.end() ? reasons.end() : reasons.find(name->second);
  return said == reasons.end() ? nullptr : &said->second;
}

// The results of a log and those that the decision was made of stand in the same order.
void mark_results(sarif::Log& log, const checklists::Scan& scan, bool has_baseline, const Names& names, const ByIdentity& reasons) {
  for (std::size_t r = 0; r < log.runs.size() && r < scan.runs.size(); ++r) {
    if (!log.runs[r].results) continue;
    std::vector<sarif::Result>& results = *log.runs[r].results;
    for (std::size_t i = 0; i < results.size(); ++i) {
      const checklists::ScanResult& known = scan.runs[r].results[i];
      if (has_baseline) results[i].baseline_state = known.baseline;
      bool tells = known.kind != sarif::Kind::Pass && known.kind != sarif::Kind::NotApplicable && known.kind != sarif::Kind::Informational;
      if (const Said* said = find_said(known.identity, names, reasons); said && tells) mark(results[i], *said);
    }
    sarif::even_out_suppressions(log.runs[r]);
  }
}

// Assessments are written the way `sluice import` does; their fingerprint is the identity.
sarif::Log log_of(const GateInput& input, const Names& names, const ByIdentity& reasons) {
  std::vector<ImportedReport> reports;
  for (const Assessment& assessment : input.assessments) reports.push_back(assessment.report);
  sluice::Result<sarif::Log> log = sarif::read_log("assessments", to_sarif(reports));
  SLUICE_ASSERT(log.has_value(), "what to_sarif writes can be read");
  for (sarif::Run& run : log->runs) {
    for (sarif::Result& result : *run.results) {
      auto identity = result.partial_fingerprints.text("sluiceVulnerability/v1");
      if (const Said* said = identity ? find_said(*identity, names, reasons) : nullptr) mark(result, *said);
      if (!input.baseline.file.empty() && identity)
        result.baseline_state = input.baseline.open.contains(*identity) || input.baseline.suppressed.contains(*identity)
                                    ? sarif::BaselineState::Unchanged
                                    : sarif::BaselineState::New;
    }
    sarif::even_out_suppressions(run);
  }
  return *std::move(log);
}

}  // namespace

std::string decision_sarif(const Decision& decision, const GateInput& input, std::vector<sarif::Log> logs) {
  ByIdentity reasons = index_of(decision);
  Names names = vulnerability_of_witness(input);
  for (std::size_t i = 0; i < logs.size(); ++i) mark_results(logs[i], input.scans[i], !input.baseline.file.empty(), names, reasons);
  sarif::Log first;
  first.schema = sarif::kSchemaUri;
  first.runs.push_back(run_of_gate(decision));
  logs.insert(logs.begin(), std::move(first));
  if (!input.assessments.empty()) logs.push_back(log_of(input, names, reasons));
  return sarif::write_log(sarif::merge(std::move(logs), sarif::MergeMode::KeepRuns).log);
}

}  // namespace sluice::report
