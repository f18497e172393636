// Nessus: `.nessus` files (XML, NessusClientData_v2), and through nessus_csv.cpp the CSV
// exports. Source: Tenable, "Nessus v2 File Format".
//
// One item may have many `<cve>`, and vectors of CVSS 2, 3 and 4: all are kept. The
// vulnerability is plugin, host, port and protocol; the same plugin on two hosts is two.
// A host without HOST_END was not finished, and a report without hosts scanned nothing.
// The XML has no date of first detection.
#include "gate/importers/nessus.h"

#include <algorithm>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/xml_access.h"

namespace sluice::gate {
namespace {

// A host's properties, by name.
struct HostFacts {
  std::string name, ip, fqdn;
  std::string start, end;
  std::optional<Date> start_day, end_day;
  std::string credentialed;  // "true", "false" or nothing
};

std::string host_property(const pugi::xml_node& properties, std::string_view name) {
  for (const pugi::xml_node& tag : properties.children("tag"))
    if (name == tag.attribute("name").value()) return own_text(tag);
  return {};
}

HostFacts host_facts(const pugi::xml_node& host) {
  pugi::xml_node properties = host.child("HostProperties");
  HostFacts facts;
  facts.name = attribute(host, "name");
  facts.ip = host_property(properties, "host-ip");
  facts.fqdn = host_property(properties, "host-fqdn");
  facts.start = host_property(properties, "HOST_START");
  facts.end = host_property(properties, "HOST_END");
  facts.start_day = day_of(facts.start);
  facts.end_day = day_of(facts.end);
  facts.credentialed = host_property(properties, "Credentialed_Scan");
  return facts;
}

void read_scores(const pugi::xml_node& node, nessus::Item& item) {
  struct Elements {
    const char* vector;
    const char* number;
    const char* other_number;  // as Tenable's web application scanner names it
    CvssVersion version;
  };
  constexpr Elements kElements[] = {{"cvss4_vector", "cvss4_base_score", "cvssv4", CvssVersion::V4_0},
                                    {"cvss3_vector", "cvss3_base_score", "cvssv3", CvssVersion::V3_0},
                                    {"cvss_vector", "cvss_base_score", "cvss", CvssVersion::V2_0}};
  std::string source = child_text(node, "cvss_score_source");
  source = source.empty() ? "nessus" : "nessus, by " + source;
  for (const Elements& elements : kElements) {
    std::string vector = child_text(node, elements.vector), number = child_text(node, elements.number);
    if (number.empty()) number = child_text(node, elements.other_number);
    if (!vector.empty() || !number.empty()) item.scores.push_back({source, vector, number, elements.version});
  }
}

// `<cm:compliance-result>`: PASSED, FAILED, WARNING (look yourself) or ERROR.
// True when the item is a check that passed.
bool read_compliance(const pugi::xml_node& node, nessus::Item& item) {
  item.check = child_text(node, "cm:compliance-check-name");
  std::string result = child_text(node, "cm:compliance-result");
  if (result == "WARNING" || result == "ERROR") item.status = VulnerabilityStatus::NeedsReview;
  if (std::string actual = child_text(node, "cm:compliance-actual-value"); !actual.empty()) item.output = actual;
  return result == "PASSED";
}

// Plugin 19506 reports on the scan itself, "Name : value" a line; it is among each host's items.
constexpr std::string_view kScanInformationPlugin = "19506";

void read_scan_information(const std::string& output, ImportedReport& imported) {
  constexpr std::pair<std::string_view, std::string_view> kFacts[] = {{"Plugin feed version", "plugin-feed"},
                                                                      {"Scan policy used", "policy"},
                                                                      {"Scan type", "scan-type"},
                                                                      {"Scan name", "scan-name"}};
  for (std::string_view line : split(output, '\n')) {
    auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view name = trim(line.substr(0, colon)), value = trim(line.substr(colon + 1));
    if (name == "Nessus version" && imported.tool_version.empty())
      imported.tool_version = value.substr(0, value.find(' '));
    for (const auto& [nessus_name, fact] : kFacts)
      if (name == nessus_name) imported.facts.try_emplace(std::string(fact), value);
  }
}

Result<void> import_item(const ReportDocument& document, const pugi::xml_node& node, std::size_t offset,
                         const HostFacts& host, ReportBuilder& builder) {
  nessus::Item item;
  item.plugin_id = attribute(node, "pluginID");
  if (item.plugin_id.empty())
    return fail_at(document, offset, "import-missing-member", "`ReportItem` has no `pluginID`");
  item.plugin_name = attribute(node, "pluginName");
  item.host = host.name;
  item.ip = host.ip;
  item.fqdn = host.fqdn;
  item.port = attribute(node, "port");
  item.protocol = attribute(node, "protocol");
  item.severity = attribute(node, "severity");
  item.risk_factor = child_text(node, "risk_factor");
  read_scores(node, item);
  for (const pugi::xml_node& cve : node.children("cve")) item.id_texts.push_back(own_text(cve));
  for (const pugi::xml_node& cwe : node.children("cwe")) item.id_texts.push_back("CWE-" + own_text(cwe));
  for (const pugi::xml_node& reference : node.children("xref")) item.id_texts.push_back(own_text(reference));
  item.synopsis = child_text(node, "synopsis");
  item.description = child_text(node, "description");
  item.solution = child_text(node, "solution");
  item.output = child_text(node, "plugin_output");
  item.last_seen = host.end_day;
  if (item.plugin_id == kScanInformationPlugin) read_scan_information(item.output, builder.report());
  if (read_compliance(node, item))
    builder.leave_out("compliance-passed");
  else
    nessus::add_item(std::move(item), builder);
  return {};
}

void read_host(const HostFacts& host, ReportBuilder& builder) {
  ImportedReport& report = builder.report();
  builder.add_target(host.name);
  builder.scanned_from(host.start_day, host.start);
  builder.scanned_until(host.end_day, host.end);
  if (host.end.empty()) builder.add_incomplete(fmt::format("the scan of {} did not end", host.name));
  // One host without a login makes the scan one without.
  if (host.credentialed == "true") report.credentialed = report.credentialed.value_or(true);
  if (host.credentialed == "false") report.credentialed = false;
}

Result<void> import_xml(const ReportDocument& document, ReportBuilder& builder) {
  pugi::xml_node report = document.xml_root().child("Report");
  if (!report)
    return fail_at(document, 0, "import-missing-member",
                   "`NessusClientData_v2` has no `Report`: this is a policy, not a result");
  builder.report().completeness = Completeness::Complete;
  SLUICE_CHECK(
      document.for_each_element(report, "ReportHost", [&](const pugi::xml_node& node, std::size_t at) -> Result<void> {
        HostFacts host = host_facts(node);
        if (host.name.empty()) return fail_at(document, at, "import-missing-member", "`ReportHost` has no `name`");
        read_host(host, builder);
        return document.for_each_element(node, "ReportItem", [&](const pugi::xml_node& item, std::size_t offset) {
          return import_item(document, item, offset, host, builder);
        });
      }));
  if (builder.report().targets.empty()) builder.add_incomplete("the report has no hosts: nothing was scanned");
  return {};
}

class NessusImporter : public Importer {
 public:
  std::string_view name() const override { return "nessus"; }

  bool recognizes(const ReportDocument& document) const override {
    std::string_view root = document.xml_root().name();
    if (document.form() == ReportDocument::Form::AsXml) return root == "NessusClientData_v2";
    return document.form() == ReportDocument::Form::AsText && nessus::is_csv(document.text());
  }

  Result<ImportedReport> import(const ReportDocument& document, Keep keep) const override {
    ReportBuilder builder(name(), document.file(), keep);
    builder.report().tool = "Nessus";
    if (document.form() == ReportDocument::Form::AsXml)
      SLUICE_CHECK(import_xml(document, builder));
    else
      SLUICE_CHECK(nessus::import_csv(document.file(), document.text(), builder));
    return std::move(builder).finish();
  }
};

}  // namespace

std::unique_ptr<const Importer> make_nessus_importer() { return std::make_unique<NessusImporter>(); }

}  // namespace sluice::gate
