// GitLab's security reports: SAST, DAST, dependency and container scanning, secret detection, coverage
// and API fuzzing. Source: gitlab-org/security-products/security-report-schemas.
//
// One shape for all; what `location` has depends on the kind of scan. A scan whose status is not
// `success`, or whose messages have an error, is not complete. Scores are vectors in `cvss_vectors`
// (version 15); else there are words. A vulnerability with `flags` of a false positive stays open.
// Identity: first identifier and the location's stable parts; never GitLab's own `id`, which many
// analyzers make of line numbers.
#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

void read_ids(const Json& json, Vulnerability& vulnerability) {
  const Json* identifiers = find_member(json, "identifiers");
  if (!identifiers || !identifiers->is_array()) return;
  for (const Json& identifier : *identifiers) {
    std::string type = to_lower(text_of(identifier, "type")), value = text_of(identifier, "value");
    if (vulnerability.ids.rule.empty()) vulnerability.ids.rule = value;
    bool bare = type == "cwe" && !value.starts_with("CWE");
    add_ids(vulnerability.ids, bare ? "CWE-" + value : value);
  }
}

void read_scores(const Json& json, Vulnerability& vulnerability) {
  const Json* vectors = find_member(json, "cvss_vectors");
  if (!vectors || !vectors->is_array()) return;
  for (const Json& vector : *vectors)
    add_rating(vulnerability, {text_of(vector, "vendor"), text_of(vector, "vector"), {}, {}});
}

// What is stable in the location goes to `identity`, and into the vulnerability's own fields.
void read_location(const Json& location, Vulnerability& vulnerability, IdentityParts& identity) {
  Component& component = vulnerability.component;
  component.name = text_at(location, {"dependency", "package", "name"});
  if (std::string version = text_at(location, {"dependency", "version"}); !version.empty())
    component.versions = {version};
  vulnerability.location.file = plain_path(text_of(location, "file"));
  vulnerability.location.line = number_of(location, "start_line").value_or(0);
  vulnerability.asset.image = text_of(location, "image");
  std::string host = text_of(location, "hostname"), path = text_of(location, "path");
  if (!host.empty()) vulnerability.asset = asset_of_url(host + path);
  vulnerability.input = {text_of(location, "method"), text_of(location, "param")};
  for (std::string_view key : {"class", "crash_type", "crash_state", "method", "param"})
    if (std::string text = text_of(location, key); !text.empty())
      add_evidence(vulnerability, fmt::format("{}: {}", key, text));
  identity.insert(identity.end(), {{"package", component.name},
                                   {"file", vulnerability.location.file},
                                   {"image", image_without_version(vulnerability.asset.image)},
                                   {"url", stable_url(vulnerability.asset.url)},
                                   {"method", text_of(location, "method")},
                                   {"parameter", text_of(location, "param")},
                                   {"in", text_of(location, "class")},
                                   {"crash", text_of(location, "crash_state")}});
}

Result<void> import_vulnerability(const std::string& scan_type, const Json& json, const JsonPlace& place,
                                  ReportBuilder& builder) {
  Vulnerability vulnerability;
  read_ids(json, vulnerability);
  // The member `cve` is no CVE but the analyzer's own fingerprint.
  if (vulnerability.ids.rule.empty()) vulnerability.ids.rule = text_of(json, "cve");
  if (vulnerability.ids.rule.empty())
    return fail_at(place, "import-missing-member", "expected `identifiers` with a `value`");
  read_scores(json, vulnerability);
  vulnerability.title = text_of(json, "name").empty() ? text_of(json, "message") : text_of(json, "name");
  vulnerability.description = text_of(json, "description");
  if (vulnerability.title.empty()) vulnerability.title = vulnerability.ids.rule;
  vulnerability.remediation = text_of(json, "solution");
  vulnerability.tool_severity = text_of(json, "severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  if (std::string tool = text_at(json, {"scanner", "name"}); !tool.empty()) {
    vulnerability.tool = tool;
    vulnerability.tool_version = builder.report().tool == tool ? builder.report().tool_version : std::string();
  }
  if (std::string summary = text_at(json, {"evidence", "summary"}); !summary.empty())
    add_evidence(vulnerability, summary);
  if (std::string confidence = text_of(json, "confidence"); !confidence.empty())
    add_evidence(vulnerability, "confidence: " + confidence);
  vulnerability.last_seen = day_of(text_of(json, "discovered_at"));
  IdentityParts identity = {{"scheme", "gitlab/1"}, {"type", scan_type}, {"id", vulnerability.ids.rule}};
  if (const Json* location = find_member(json, "location")) read_location(*location, vulnerability, identity);
  std::string spot = fmt::format("{}:{}", vulnerability.location.line, text_of(json, "cve"));
  builder.add_finding(std::move(vulnerability), identity, spot);
  return {};
}

void read_scan(const Json& scan, ReportBuilder& builder) {
  ImportedReport& report = builder.report();
  if (std::string tool = text_at(scan, {"scanner", "name"}); !tool.empty()) report.tool = tool;
  report.tool_version = text_at(scan, {"scanner", "version"});
  std::string start = text_of(scan, "start_time"), end = text_of(scan, "end_time"), status = text_of(scan, "status");
  builder.scanned_from(day_of(start), start);
  builder.scanned_until(day_of(end), end);
  if (status == "success") report.completeness = Completeness::Complete;
  if (!status.empty() && status != "success") builder.add_incomplete("the scan's status is " + status);
  const Json* messages = find_member(scan, "messages");
  if (messages && messages->is_array())
    for (const Json& message : *messages)
      if (text_of(message, "level") == "fatal") builder.add_incomplete(text_of(message, "value"));
  const Json* resources = find_member(scan, "scanned_resources");
  if (resources && resources->is_array())
    for (const Json& resource : *resources) builder.add_target(text_of(resource, "url"));
}

// Reports of other tools have `vulnerabilities`, too; the shape of the first tells when there is one.
bool recognizes(const ReportDocument& document) {
  const Json& root = document.json();
  if (!root.is_object() || !root.contains("vulnerabilities") || !root["vulnerabilities"].is_array()) return false;
  if (root.contains("bomFormat") || root.contains("auditReportVersion") || root.contains("document")) return false;
  const Json& first = document.first_item("/vulnerabilities");
  if (first.is_object())
    return first.contains("identifiers") && (first.contains("severity") || first.contains("location"));
  return root.contains("version") && root["version"].is_string() &&
         (root.contains("scan") || root.contains("remediations"));
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  builder.report().tool = "GitLab";
  if (const Json* scan = find_member(root, "scan")) read_scan(*scan, builder);
  std::string type = text_at(root, {"scan", "type"});
  return for_each_object(
      root, "vulnerabilities", JsonPlace::root_of(document), [&](const Json& json, const JsonPlace& place) {
        return import_vulnerability(type.empty() ? text_of(json, "category") : type, json, place, builder);
      });
}

}  // namespace

std::unique_ptr<const Importer> make_gitlab_importer() { return importer_of("gitlab", recognizes, import); }

}  // namespace sluice::gate
