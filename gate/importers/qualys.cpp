// Qualys: XML of the VM reports (`ASSET_DATA_REPORT`), of single scans (`SCAN`) and of the web application
// scanner (`WAS_SCAN_REPORT`), and through qualys_csv.cpp the CSV exports. Source: Qualys' API guides.
//
// FIRST_FOUND is the day that counts, not LAST_FOUND. A glossary has titles, texts and scores by QID; the
// scores that are final for a host are with the host. Identity: QID, host, port, protocol; on the
// web QID, URL without query, parameter.
#include "gate/importers/qualys.h"

#include <map>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/xml_access.h"

namespace sluice::gate {
namespace {

using Glossary = std::map<std::string, pugi::xml_node, std::less<>>;  // by QID
using qualys::Item;

void read_details(const Glossary& glossary, Item& item) {
  auto found = glossary.find(item.qid);
  if (found == glossary.end()) return;
  const pugi::xml_node& details = found->second;
  item.title = child_text(details, "TITLE");
  item.severity = child_text(details, "SEVERITY");
  item.description =
      child_text(details, "THREAT").empty() ? child_text(details, "DESCRIPTION") : child_text(details, "THREAT");
  item.solution = child_text(details, "SOLUTION");
  for (const pugi::xml_node& id : details.child("CVE_ID_LIST").children("CVE_ID"))
    item.id_texts.push_back(child_text(id, "ID"));
  for (const char* ids : {"CVE", "CWE"}) item.id_texts.push_back(child_text(details, ids));
  pugi::xml_node v2 = details.child("CVSS_SCORE"), v3 = details.child("CVSS3_SCORE");
  item.scores.push_back(qualys::score_of(child_text(v2 ? v2 : details, "CVSS_BASE"), CvssVersion::V2_0));
  item.scores.push_back(
      qualys::score_of(child_text(v3 ? v3 : details, v3 ? "CVSS3_BASE" : "CVSS_V3_BASE"), CvssVersion::V3_0));
}

Result<void> import_vm_item(const ReportDocument& document, const pugi::xml_node& host, const pugi::xml_node& node,
                            std::size_t offset, const Glossary& glossary, ReportBuilder& builder) {
  Item item;
  item.qid = child_text(node, "QID");
  if (item.qid.empty()) return fail_at(document, offset, "import-missing-member", "`VULN_INFO` has no `QID`");
  read_details(glossary, item);
  item.type = child_text(node, "TYPE");
  item.status = child_text(node, "VULN_STATUS");
  item.ip = child_text(host, "IP");
  item.host = child_text(host, "DNS");
  item.port = child_text(node, "PORT");
  item.protocol = child_text(node, "PROTOCOL");
  item.result = child_text(node, "RESULT");
  // "7.8 (E:U/RL:OF/RC:C)": as it counts on this host. Without the base vector it would stand beside the base score.
  if (item.scores.empty())
    item.scores = {qualys::score_of(child_text(node, "CVSS_FINAL"), CvssVersion::V2_0),
                   qualys::score_of(child_text(node, "CVSS3_FINAL"), CvssVersion::V3_0)};
  item.first_found = day_of(child_text(node, "FIRST_FOUND"));
  item.last_found = day_of(child_text(node, "LAST_FOUND"));
  qualys::add_item(std::move(item), builder);
  return {};
}

Result<void> import_vm_host(const ReportDocument& document, const pugi::xml_node& host, std::size_t offset,
                            const Glossary& glossary, ReportBuilder& builder) {
  if (child_text(host, "IP").empty() && child_text(host, "DNS").empty())
    return fail_at(document, offset, "import-missing-member", "`HOST` has neither `IP` nor `DNS`");
  builder.add_target(child_text(host, "IP"));
  for (const pugi::xml_node& node : host.child("VULN_INFO_LIST").children("VULN_INFO"))
    SLUICE_CHECK(import_vm_item(document, host, node, offset, glossary, builder));
  return {};
}

Result<void> import_vm(const ReportDocument& document, ReportBuilder& builder) {
  pugi::xml_node root = document.xml_root();
  std::string time = child_text(root.child("HEADER"), "GENERATION_DATETIME");
  builder.scanned_until(day_of(time), time);
  builder.report().facts["template"] = child_text(root.child("HEADER"), "TEMPLATE");
  Glossary glossary;
  for (const pugi::xml_node& details : root.child("GLOSSARY").child("VULN_DETAILS_LIST").children("VULN_DETAILS"))
    glossary.try_emplace(child_text(details, "QID"), details);
  SLUICE_CHECK(
      document.for_each_element(root.child("HOST_LIST"), "HOST", [&](const pugi::xml_node& host, std::size_t offset) {
        return import_vm_host(document, host, offset, glossary, builder);
      }));
  if (builder.report().targets.empty()) builder.add_incomplete("the report has no hosts: nothing was scanned");
  return {};
}

Item scan_item_of(const pugi::xml_node& host, const pugi::xml_node& category, const pugi::xml_node& node) {
  Item item;
  item.qid = attribute(node, "number");
  item.severity = attribute(node, "severity");
  item.title = child_text(node, "TITLE");
  item.description = child_text(node, "DIAGNOSIS");
  item.solution = child_text(node, "SOLUTION");
  item.result = child_text(node, "RESULT");
  item.ip = attribute(host, "value");
  item.host = attribute(host, "name");
  item.port = attribute(category, "port");
  item.protocol = attribute(category, "protocol");
  item.scores = {qualys::score_of(child_text(node, "CVSS_BASE"), CvssVersion::V2_0),
                 qualys::score_of(child_text(node, "CVSS3_BASE"), CvssVersion::V3_0)};
  item.id_texts = {attribute(node, "cveid")};
  for (const pugi::xml_node& id : node.child("CVE_ID_LIST").children("CVE_ID"))
    item.id_texts.push_back(child_text(id, "ID"));
  return item;
}

Result<void> import_scan_host(const ReportDocument& document, const pugi::xml_node& host, std::size_t offset,
                              ReportBuilder& builder) {
  if (attribute(host, "value").empty())
    return fail_at(document, offset, "import-missing-member", "`IP` has no `value`");
  builder.add_target(attribute(host, "value"));
  for (const char* list : {"VULNS", "PRACTICES"})
    for (const pugi::xml_node& category : host.child(list).children("CAT"))
      for (const pugi::xml_node& node : category.children()) {
        if (node.type() != pugi::node_element) continue;
        Item item = scan_item_of(host, category, node);
        if (item.qid.empty())
          return fail_at(document, offset, "import-missing-member", "a vulnerability has no `number`");
        item.type = std::string_view(list) == "PRACTICES" ? "Practice" : "Vuln";
        item.last_found = builder.report().scan_end;
        qualys::add_item(std::move(item), builder);
      }
  return {};
}

Result<void> import_scan(const ReportDocument& document, ReportBuilder& builder) {
  pugi::xml_node root = document.xml_root();
  for (const pugi::xml_node& key : root.child("HEADER").children("KEY")) {
    std::string name = attribute(key, "value"), value = own_text(key);
    if (name == "DATE") {
      builder.scanned_from(day_of(value), value);
      builder.scanned_until(day_of(value), value);
    }
    if (name == "STATUS" && value == "FINISHED") builder.report().completeness = Completeness::Complete;
    if (name == "STATUS" && value != "FINISHED") builder.add_incomplete("the scan's status is " + value);
    if (name == "NBHOST_ALIVE" && value == "0") builder.add_incomplete("no host was alive: nothing was scanned");
  }
  if (pugi::xml_node error = root.child("ERROR"))
    builder.add_incomplete("the scan reports an error: " + own_text(error));
  SLUICE_CHECK(document.for_each_element(root, "IP", [&](const pugi::xml_node& host, std::size_t offset) {
    return import_scan_host(document, host, offset, builder);
  }));
  if (builder.report().targets.empty()) builder.add_incomplete("the report has no hosts: nothing was scanned");
  return {};
}

Result<void> import_web_item(const ReportDocument& document, const pugi::xml_node& node, std::size_t offset,
                             const Glossary& glossary, ReportBuilder& builder) {
  Item item;
  item.qid = child_text(node, "QID");
  if (item.qid.empty()) return fail_at(document, offset, "import-missing-member", "an item has no `QID`");
  read_details(glossary, item);
  if (std::string_view(node.name()) == "INFORMATION_GATHERED") item.type = "Ig";
  item.url = child_text(node, "URL");
  item.parameter = child_text(node, "PARAM");
  item.status = child_text(node, "STATUS");
  item.first_found = day_of(child_text(node, "FIRST_TIME_DETECTED"));
  item.last_found = day_of(child_text(node, "LAST_TIME_DETECTED").empty() ? child_text(node, "DETECTION_DATE")
                                                                          : child_text(node, "LAST_TIME_DETECTED"));
  bool ignored = to_lower(child_text(node, "IGNORED")) == "true";
  if (ignored) item.suppressed_because = "ignored in Qualys: " + child_text(node, "IGNORE_REASON");
  if (ignored) item.claim = SuppressionClaim::AcceptedRisk;
  qualys::add_item(std::move(item), builder);
  return {};
}

Result<void> import_web(const ReportDocument& document, ReportBuilder& builder) {
  pugi::xml_node root = document.xml_root();
  std::string time = child_text(root.child("HEADER"), "GENERATION_DATETIME");
  builder.scanned_until(day_of(time), time);
  for (const pugi::xml_node& scan : root.child("TARGET").children("SCAN")) builder.add_target(own_text(scan));
  Glossary glossary;
  for (const pugi::xml_node& details : root.child("GLOSSARY").child("QID_LIST").children("QID"))
    glossary.try_emplace(child_text(details, "QID"), details);
  pugi::xml_node results = root.child("RESULTS");
  if (!results) builder.add_incomplete("the report has no `RESULTS`");
  for (const auto& [list, name] :
       {std::pair("VULNERABILITY_LIST", "VULNERABILITY"), std::pair("SENSITIVE_CONTENT_LIST", "SENSITIVE_CONTENT"),
        std::pair("INFORMATION_GATHERED_LIST", "INFORMATION_GATHERED")})
    SLUICE_CHECK(
        document.for_each_element(results.child(list), name, [&](const pugi::xml_node& node, std::size_t offset) {
          return import_web_item(document, node, offset, glossary, builder);
        }));
  return {};
}

bool recognizes(const ReportDocument& document) {
  if (document.form() == ReportDocument::Form::AsText) return qualys::is_csv(document.text());
  pugi::xml_node root = document.xml_root();
  std::string_view name = root.name();
  return name == "ASSET_DATA_REPORT" || name == "WAS_SCAN_REPORT" || (name == "SCAN" && root.child("HEADER"));
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  builder.report().tool = "Qualys";
  if (document.form() == ReportDocument::Form::AsText)
    return qualys::import_csv(document.file(), document.text(), builder);
  std::string_view root = document.xml_root().name();
  if (root == "ASSET_DATA_REPORT") return import_vm(document, builder);
  return root == "SCAN" ? import_scan(document, builder) : import_web(document, builder);
}

}  // namespace

std::unique_ptr<const Importer> make_qualys_importer() { return importer_of("qualys", recognizes, import); }

}  // namespace sluice::gate
