// Microsoft Defender: vulnerabilities by machine and software (JSON of the API), and the
// recommendations of Defender for Cloud (CSV). Source: Microsoft's API reference.
//
// A row is an item. `@odata.nextLink` says that there are more pages. There are severity words
// and no scores. A recommendation whose state is not Unhealthy is left out by its state.
// Identity: CVE, machine, product; or recommendation and resource.
#include "gate/importers/defender.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/csv.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

Result<void> import_row(const Json& json, const JsonPlace& place, ReportBuilder& builder) {
  Vulnerability vulnerability;
  vulnerability.ids.rule = text_of(json, "cveId");
  std::string machine = text_of(json, "machineId");
  if (vulnerability.ids.rule.empty() || machine.empty())
    return fail_at(place, "import-missing-member", "expected `cveId` and `machineId`");
  add_ids(vulnerability.ids, vulnerability.ids.rule);
  Component& component = vulnerability.component;
  component.name = text_of(json, "productName");
  if (std::string vendor = text_of(json, "productVendor"); !vendor.empty())
    component.name = vendor + ":" + component.name;
  if (std::string version = text_of(json, "productVersion"); !version.empty()) component.versions = {version};
  if (std::string update = text_of(json, "fixingKbId"); !update.empty())
    vulnerability.remediation = "install KB" + update;
  vulnerability.title = fmt::format("{} in {}", vulnerability.ids.rule, component.name);
  vulnerability.tool_severity = text_of(json, "severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  vulnerability.asset.id = machine;
  vulnerability.asset.host = to_lower(text_of(json, "deviceName"));
  vulnerability.first_seen = day_of(text_of(json, "firstSeenTimestamp"));
  vulnerability.last_seen = day_of(text_of(json, "lastSeenTimestamp"));
  builder.add_target(machine);
  IdentityParts identity = {
      {"scheme", "defender/1"}, {"id", vulnerability.ids.rule}, {"machine", machine}, {"product", component.name}};
  builder.add(std::move(vulnerability), identity);
  return {};
}

Result<void> import_json(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  builder.report().tool = "Microsoft Defender";
  if (!text_of(root, "@odata.nextLink").empty())
    builder.add_incomplete("this is one page of several: the report has an @odata.nextLink");
  std::size_t rows = 0;
  SLUICE_CHECK(for_each_object(root, "value", JsonPlace::root_of(document), [&](const Json& json, const JsonPlace& place) {
    ++rows;
    return import_row(json, place, builder);
  }));
  if (auto all = number_of(root, "@odata.count"); all && *all > rows) builder.add_incomplete(fmt::format("the report has {} of {} rows", rows, *all));
  return {};
}

Result<void> import_recommendation(const CsvTable& row, ReportBuilder& builder) {
  std::string state = row.first_of({"state"}), resource = row.first_of({"resourceId"});
  std::string id = row.first_of({"recommendationName"});
  if (id.empty() || resource.empty())
    return fail(row.place(), "import-missing-member", "the row has no `recommendationName` or no `resourceId`");
  builder.add_target(resource);
  if (state != "Unhealthy") {
    builder.leave_out("state-" + to_lower(state));
    return {};
  }
  Vulnerability vulnerability;
  vulnerability.ids.rule = id;
  vulnerability.title = row.first_of({"recommendationDisplayName"});
  vulnerability.description = row.first_of({"description"});
  vulnerability.remediation = row.first_of({"remediationSteps"});
  vulnerability.tool_severity = row.first_of({"severity"});
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  vulnerability.asset.id = resource;
  vulnerability.asset.host = to_lower(row.first_of({"resourceName"}));
  vulnerability.first_seen = day_of(row.first_of({"firstEvaluationDate"}));
  vulnerability.last_seen = day_of(row.first_of({"exportedTimestamp"}));
  builder.scanned_until(vulnerability.last_seen, row.first_of({"exportedTimestamp"}));
  builder.add(std::move(vulnerability),
              {{"scheme", "defender-recommendation/1"}, {"id", id}, {"resource", to_lower(resource)}});
  return {};
}

Result<void> import_csv(const ReportDocument& document, ReportBuilder& builder) {
  builder.report().tool = "Microsoft Defender for Cloud";
  SLUICE_TRY(CsvTable row, CsvTable::open(document.file(), document.text()));
  for (;;) {
    SLUICE_TRY(bool there_is_one, row.next());
    if (!there_is_one) break;
    SLUICE_CHECK(import_recommendation(row, builder));
  }
  if (builder.report().targets.empty()) builder.add_incomplete("the table has no rows: nothing was evaluated");
  return {};
}

bool is_csv(std::string_view text) {
  std::vector<std::string> header = csv_header(text);
  auto has = [&](std::string_view name) { return std::ranges::find(header, name) != header.end(); };
  return has("recommendationName") && has("resourceId") && has("state") && has("severity");
}

bool recognizes(const ReportDocument& document) {
  if (document.form() == ReportDocument::Form::AsText) return is_csv(document.text());
  const Json& root = document.json();
  if (!root.is_object() || text_of(root, "@odata.context").find("securitycenter") == std::string::npos) return false;
  const Json& first = document.first_item("/value");
  return root.contains("value") && (first.is_null() || first.contains("cveId"));
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  return document.form() == ReportDocument::Form::AsText ? import_csv(document, builder)
                                                         : import_json(document, builder);
}

}  // namespace

namespace defender {

bool read_machines(const ReportDocument& document, Machines& machines) {
  const Json& root = document.json();
  const Json& first = document.first_item("/value");
  bool is_list = root.is_object() && text_of(root, "@odata.context").ends_with("#Machines") && first.is_object() && first.contains("computerDnsName");
  if (!is_list) return false;
  auto read = [&](const Json& json, const JsonPlace&) {
    machines[text_of(json, "id")] = {to_lower(text_of(json, "computerDnsName")), text_of(json, "lastIpAddress")};
    return Result<void>();
  };
  return for_each_object(root, "value", JsonPlace::root_of(document), read).has_value();
}

void name_hosts(const Machines& machines, ImportedReport& report) {
  for (Vulnerability& one : report.vulnerabilities) {
    auto known = machines.find(one.asset.id);
    if (known == machines.end()) continue;
    if (one.asset.host.empty()) one.asset.host = known->second.host;
    if (one.asset.ip.empty()) one.asset.ip = known->second.ip;
  }
}

}  // namespace defender

std::unique_ptr<const Importer> make_defender_importer() { return importer_of("defender", recognizes, import); }

}  // namespace sluice::gate
