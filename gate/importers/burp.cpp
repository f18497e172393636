// Burp Suite: the XML of its desktop editions, the JSON of its REST interface (a scan task), and the
// issues of the enterprise edition's GraphQL interface (`{"Issues": [..]}`). Source: PortSwigger's
// documentation of those.
//
// Burp gives no scores; "false positive" is a severity that a person sets. A scan task that
// has not succeeded is not complete. The XML says nothing of the scan's end.
// Identity: type of issue, host, path, location (which names the parameter).
#include <algorithm>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/importers/xml_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

struct Issue {
  std::string type, name, origin, ip, path, location;
  std::string severity, confidence;
  std::string description, remediation, classifications;
  std::vector<std::string> evidence;
};

// "/orders [q parameter]" -> "q"
std::string parameter_of(std::string_view location) {
  constexpr std::string_view kEnd = " parameter]";
  auto begin = location.rfind('[');
  if (begin == std::string_view::npos || !location.ends_with(kEnd)) return {};
  location.remove_prefix(begin + 1);
  return location.size() > kEnd.size() ? std::string(location.substr(0, location.size() - kEnd.size())) : std::string();
}

void add_issue(Issue issue, ReportBuilder& builder) {
  Vulnerability vulnerability;
  vulnerability.ids.rule = issue.type.empty() ? issue.name : issue.type;
  add_ids(vulnerability.ids, issue.classifications);
  vulnerability.title = issue.name;
  vulnerability.description = plain_of_html(issue.description);
  vulnerability.remediation = plain_of_html(issue.remediation);
  vulnerability.tool_severity = issue.severity;
  vulnerability.severity = severity_word_of(issue.severity);
  if (to_lower(issue.severity).starts_with("false")) {
    vulnerability.status = VulnerabilityStatus::Suppressed;
    vulnerability.claim = SuppressionClaim::FalsePositive;
    vulnerability.status_reason = "marked as a false positive in Burp";
  }
  vulnerability.asset = asset_of_url(issue.origin + issue.path);
  if (!issue.ip.empty()) vulnerability.asset.ip = issue.ip;
  if (!issue.confidence.empty()) add_evidence(vulnerability, "confidence: " + issue.confidence);
  for (std::string& text : issue.evidence)
    if (!text.empty()) add_evidence(vulnerability, std::move(text));
  vulnerability.input.parameter = parameter_of(issue.location);
  vulnerability.last_seen = builder.report().scan_end;
  builder.add_target(issue.origin);
  IdentityParts identity = {{"scheme", "burp/1"},
                            {"type", vulnerability.ids.rule},
                            {"origin", to_lower(issue.origin)},
                            {"path", stable_url(issue.path)},
                            {"location", issue.location}};
  builder.add_finding(std::move(vulnerability), identity);
}

Result<void> import_xml_issue(const ReportDocument& document, const pugi::xml_node& node, std::size_t offset,
                              ReportBuilder& builder) {
  Issue issue;
  issue.type = child_text(node, "type");
  issue.name = child_text(node, "name");
  if (issue.type.empty() && issue.name.empty())
    return fail_at(document, offset, "import-missing-member", "`issue` has neither `type` nor `name`");
  issue.origin = child_text(node, "host");
  issue.ip = attribute(node.child("host"), "ip");
  issue.path = child_text(node, "path");
  issue.location = child_text(node, "location");
  issue.severity = child_text(node, "severity");
  issue.confidence = child_text(node, "confidence");
  issue.description =
      child_text(node, "issueDetail").empty() ? child_text(node, "issueBackground") : child_text(node, "issueDetail");
  issue.remediation = child_text(node, "remediationDetail").empty() ? child_text(node, "remediationBackground")
                                                                    : child_text(node, "remediationDetail");
  issue.classifications = child_text(node, "vulnerabilityClassifications");
  issue.evidence = {"at " + issue.location};
  add_issue(std::move(issue), builder);
  return {};
}

Issue issue_of_rest(const Json& json) {
  Issue issue;
  issue.type = text_of(json, "type_index");
  issue.name = text_of(json, "name");
  issue.origin = text_of(json, "origin");
  issue.path = text_of(json, "path");
  issue.location = text_of(json, "caption");
  issue.severity = text_of(json, "severity");
  issue.confidence = text_of(json, "confidence");
  issue.description = text_of(json, "description");
  issue.remediation = text_of(json, "remediation");
  return issue;
}

Result<void> import_task(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  std::string status = text_of(root, "scan_status");
  if (status == "succeeded") builder.report().completeness = Completeness::Complete;
  if (status != "succeeded") builder.add_incomplete("the scan has not succeeded: " + status);
  if (std::string errors = text_at(root, {"scan_metrics", "audit_network_errors"}); !errors.empty() && errors != "0")
    builder.add_incomplete(fmt::format("{} requests of the audit failed", errors));
  return for_each_object(root, "issue_events", JsonPlace::root_of(document),
                         [&](const Json& event, const JsonPlace& place) -> Result<void> {
                           if (text_of(event, "type") != "issue_found") {
                             builder.leave_out("event-of-another-kind");
                             return {};
                           }
                           const Json* issue = find_member(event, "issue");
                           if (!issue || text_of(*issue, "name").empty())
                             return fail_at(place, "import-missing-member", "expected `issue` with a `name`");
                           add_issue(issue_of_rest(*issue), builder);
                           return {};
                         });
}

Result<void> import_graphql(const ReportDocument& document, ReportBuilder& builder) {
  if (document.json()["Issues"].empty())
    builder.add_incomplete("the list of issues is empty, and nothing says that a scan ended");
  return for_each_object(document.json(), "Issues", JsonPlace::root_of(document),
                         [&](const Json& json, const JsonPlace& place) -> Result<void> {
                           Issue issue = issue_of_rest(json);
                           issue.type = text_at(json, {"issue_type", "type_index"});
                           issue.name = text_at(json, {"issue_type", "name"});
                           if (issue.name.empty())
                             return fail_at(place, "import-missing-member", "expected `issue_type` with a `name`");
                           issue.description = text_of(json, "description_html");
                           if (issue.description.empty())
                             issue.description = text_at(json, {"issue_type", "description_html"});
                           issue.remediation = text_of(json, "remediation_html");
                           if (issue.remediation.empty())
                             issue.remediation = text_at(json, {"issue_type", "remediation_html"});
                           issue.classifications = text_at(json, {"issue_type", "vulnerability_classifications_html"});
                           add_issue(std::move(issue), builder);
                           return {};
                         });
}

bool is_task(const Json& root) {
  return root.is_object() && root.contains("issue_events") && root.contains("scan_status");
}

bool is_graphql(const Json& root) {
  if (!root.is_object() || !root.contains("Issues") || !root["Issues"].is_array()) return false;
  return std::ranges::all_of(root["Issues"],
                             [](const Json& issue) { return issue.is_object() && issue.contains("issue_type"); });
}

bool recognizes(const ReportDocument& document) {
  pugi::xml_node root = document.xml_root();
  if (root) return std::string_view(root.name()) == "issues" && root.attribute("burpVersion");
  return is_task(document.json()) || is_graphql(document.json());
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  builder.report().tool = "Burp Suite";
  if (is_task(document.json())) return import_task(document, builder);
  if (is_graphql(document.json())) return import_graphql(document, builder);
  pugi::xml_node root = document.xml_root();
  builder.report().tool_version = attribute(root, "burpVersion");
  builder.scanned_until(day_of(attribute(root, "exportTime")), attribute(root, "exportTime"));
  return document.for_each_element(root, "issue", [&](const pugi::xml_node& node, std::size_t offset) {
    return import_xml_issue(document, node, offset, builder);
  });
}

}  // namespace

std::unique_ptr<const Importer> make_burp_importer() { return importer_of("burp", recognizes, import); }

}  // namespace sluice::gate
