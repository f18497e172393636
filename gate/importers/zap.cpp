// OWASP ZAP's reports, XML and JSON (the traditional ones). Source: zaproxy's report templates.
//
// An alert's instance, a place where it was seen, is an item; an alert without
// instances is one. ZAP gives no scores: `riskcode` 0 to 3 is informational to high, and how sure
// it is (`confidence`) is kept as evidence, except "false positive", which a person set.
// Identity: alert's plugin, method, URL without query, parameter.
#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/importers/xml_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

// XML and JSON have the same names; an alert or instance is read by this.
using Read = std::function<std::string(const char* name)>;

Read reader_of(const pugi::xml_node& node) {
  return [node](const char* name) { return child_text(node, name); };
}

Read reader_of(const Json& json) {
  return [&json](const char* name) { return text_of(json, name); };
}

struct Alert {
  Vulnerability common;
  std::string id;
};

Alert alert_of(const Read& read, const std::string& site) {
  constexpr SeverityWord kRisks[] = {SeverityWord::Info, SeverityWord::Low, SeverityWord::Medium, SeverityWord::High};
  Alert alert;
  // "10020-1" is one of several alerts of a plugin.
  alert.id = read("alertRef");
  if (alert.id.empty()) alert.id = read("pluginid");
  Vulnerability& common = alert.common;
  common.ids.rule = alert.id;
  if (std::string cwe = read("cweid"); !cwe.empty() && cwe != "0" && cwe != "-1") add_ids(common.ids, "CWE-" + cwe);
  common.title = read("name").empty() ? read("alert") : read("name");
  common.description = plain_of_html(read("desc"));
  common.remediation = plain_of_html(read("solution"));
  std::string risk = read("riskcode");
  if (risk.size() == 1 && risk[0] >= '0' && risk[0] <= '3') common.severity = kRisks[risk[0] - '0'];
  common.tool_severity = read("riskdesc").empty() ? risk : read("riskdesc");
  std::string confidence = read("confidence");
  if (confidence == "0") {
    common.status = VulnerabilityStatus::Suppressed;
    common.claim = SuppressionClaim::FalsePositive;
    common.status_reason = "marked as a false positive in ZAP";
  }
  if (!confidence.empty())
    add_evidence(common, "confidence: " + (read("confidencedesc").empty() ? confidence : read("confidencedesc")));
  common.asset = asset_of_url(site);
  return alert;
}

void add_instance(const Alert& alert, const Read& read, ReportBuilder& builder) {
  Vulnerability vulnerability = alert.common;
  std::string uri = read("uri"), method = read("method"), parameter = read("param");
  if (!uri.empty()) vulnerability.asset = asset_of_url(uri);
  vulnerability.input = {method, parameter};
  vulnerability.last_seen = builder.report().scan_end;
  if (!parameter.empty()) add_evidence(vulnerability, fmt::format("{} {}, parameter {}", method, uri, parameter));
  for (const char* name : {"attack", "evidence", "otherinfo"})
    if (std::string text = read(name); !text.empty()) add_evidence(vulnerability, fmt::format("{}: {}", name, text));
  IdentityParts identity = {{"scheme", "zap/1"},
                            {"plugin", alert.id},
                            {"method", method},
                            {"url", stable_url(vulnerability.asset.url)},
                            {"parameter", parameter}};
  builder.add_finding(std::move(vulnerability), identity);
}

Result<void> import_xml_alert(const ReportDocument& document, const pugi::xml_node& node, std::size_t offset,
                              const std::string& site, ReportBuilder& builder) {
  Read read = reader_of(node);
  Alert alert = alert_of(read, site);
  if (alert.id.empty()) return fail_at(document, offset, "import-missing-member", "`alertitem` has no `pluginid`");
  pugi::xml_node instances = node.child("instances");
  for (const pugi::xml_node& instance : instances.children("instance"))
    add_instance(alert, reader_of(instance), builder);
  // Older versions have the one place in the alert itself.
  if (!instances.child("instance")) add_instance(alert, read, builder);
  return {};
}

Result<void> import_json_alert(const Json& json, const JsonPlace& place, const std::string& site,
                               ReportBuilder& builder) {
  Alert alert = alert_of(reader_of(json), site);
  if (alert.id.empty()) return fail_at(place, "import-missing-member", "expected `pluginid`");
  bool any = false;
  SLUICE_CHECK(for_each_object(json, "instances", place, [&](const Json& instance, const JsonPlace&) {
    any = true;
    add_instance(alert, reader_of(instance), builder);
    return Result<void>();
  }));
  if (!any) add_instance(alert, reader_of(json), builder);
  return {};
}

void read_time(const std::string& generated, ReportBuilder& builder) {
  builder.scanned_until(day_of(generated), generated);
}

Result<void> import_xml(const ReportDocument& document, ReportBuilder& builder) {
  pugi::xml_node root = document.xml_root();
  builder.report().tool_version = attribute(root, "version");
  read_time(attribute(root, "generated"), builder);
  return document.for_each_element(root, "site", [&](const pugi::xml_node& site, std::size_t) {
    std::string name = attribute(site, "name");
    builder.add_target(name);
    return document.for_each_element(site.child("alerts"), "alertitem",
                                     [&](const pugi::xml_node& node, std::size_t offset) {
                                       return import_xml_alert(document, node, offset, name, builder);
                                     });
  });
}

Result<void> import_json(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  builder.report().tool_version = text_of(root, "@version");
  read_time(text_of(root, "@generated"), builder);
  return for_each_object(root, "site", JsonPlace::root_of(document), [&](const Json& site, const JsonPlace& place) {
    std::string name = text_of(site, "@name");
    builder.add_target(name);
    return for_each_object(site, "alerts", place, [&](const Json& alert, const JsonPlace& alert_place) {
      return import_json_alert(alert, alert_place, name, builder);
    });
  });
}

bool recognizes(const ReportDocument& document) {
  if (document.form() == ReportDocument::Form::AsXml)
    return std::string_view(document.xml_root().name()) == "OWASPZAPReport";
  const Json& root = document.json();
  return root.is_object() && root.contains("site") && root.contains("@version") && root.contains("@generated") &&
         !root.contains("vulnerabilities");  // GitLab's DAST report has ZAP's own around it
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  builder.report().tool = "ZAP";
  SLUICE_CHECK(document.form() == ReportDocument::Form::AsXml ? import_xml(document, builder)
                                                              : import_json(document, builder));
  if (builder.report().targets.empty()) builder.add_incomplete("the report names no site: nothing was scanned");
  return {};
}

}  // namespace

std::unique_ptr<const Importer> make_zap_importer() { return importer_of("zap", recognizes, import); }

}  // namespace sluice::gate
