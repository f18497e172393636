// `npm audit --json`: version 6 (`advisories`) and 7 and later (`auditReportVersion` 2).
// Source: npm/npm-audit-report, npm/metavuln-calculator.
//
// Version 7: an entry whose `via` are names only is vulnerable through another entry, no
// vulnerability of its own; each advisory in a `via` is an item. Reports of the first 7.0, which have
// neither `isDirect` nor CWE and scores, are refused: the gate would judge them by words.
// An `error` object is what npm writes when it could not ask the registry.
// Identity: advisory (GHSA, else npm's number), package.
#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

// The advisory's id at the end of its address; else npm's own number.
std::string id_of(const std::string& url, const std::string& number) {
  VulnerabilityIds ids;
  add_ids(ids, url);
  return ids.ghsa.empty() ? number : ids.ghsa.front();
}

void read_score(const Json& advisory, Vulnerability& vulnerability) {
  const Json* cvss = find_member(advisory, "cvss");
  if (!cvss) return;
  std::string vector = text_of(*cvss, "vectorString"), score = text_of(*cvss, "score");
  if (!vector.empty() || !score.empty()) add_rating(vulnerability, {"ghsa", vector, score, {}});
}

Vulnerability vulnerability_of(const Json& advisory, const std::string& number) {
  Vulnerability vulnerability;
  std::string url = text_of(advisory, "url");
  vulnerability.ids.rule = id_of(url, number);
  if (vulnerability.ids.rule != number && !number.empty()) vulnerability.ids.other.push_back("npm:" + number);
  add_ids(vulnerability.ids, url);
  for (std::string_view key : {"cves", "cwe"})
    for (const std::string& id : texts_of(advisory, key)) add_ids(vulnerability.ids, id);
  add_ids(vulnerability.ids, text_of(advisory, "github_advisory_id"));
  vulnerability.title = text_of(advisory, "title");
  vulnerability.description = text_of(advisory, "overview");
  vulnerability.tool_severity = text_of(advisory, "severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  read_score(advisory, vulnerability);
  return vulnerability;
}

void add(Vulnerability vulnerability, ReportBuilder& builder) {
  vulnerability.component.purl = "pkg:npm/" + vulnerability.component.name;
  if (vulnerability.component.versions.size() == 1)
    vulnerability.component.purl += "@" + vulnerability.component.versions.front();
  // The `@` of a scope is written %40 in a purl.
  if (vulnerability.component.name.starts_with('@')) vulnerability.component.purl.replace(8, 1, "%40");
  advise_update(vulnerability);
  IdentityParts identity = {
      {"scheme", "npm-audit/1"}, {"id", vulnerability.ids.rule}, {"package", vulnerability.component.name}};
  builder.add(std::move(vulnerability), identity);
}

Result<void> import_old_advisory(const Json& advisory, const JsonPlace& place, ReportBuilder& builder) {
  Vulnerability vulnerability = vulnerability_of(advisory, text_of(advisory, "id"));
  vulnerability.component.name = text_of(advisory, "module_name");
  if (vulnerability.component.name.empty()) return fail_at(place, "import-missing-member", "expected `module_name`");
  vulnerability.component.fixed_version = text_of(advisory, "patched_versions");
  // "<0.0.0" is npm's way to say that there is no fix.
  if (vulnerability.component.fixed_version == "<0.0.0") vulnerability.component.fixed_version.clear();
  vulnerability.remediation = text_of(advisory, "recommendation");
  vulnerability.published = day_of(text_of(advisory, "created"));
  SLUICE_CHECK(for_each_object(advisory, "findings", place, [&](const Json& finding, const JsonPlace&) {
    vulnerability.component.versions.push_back(text_of(finding, "version"));
    for (const std::string& path : texts_of(finding, "paths")) add_evidence(vulnerability, path);
    return Result<void>();
  }));
  add(std::move(vulnerability), builder);
  return {};
}

Result<void> import_entry(const std::string& name, const Json& entry, const JsonPlace& place, ReportBuilder& builder) {
  const Json* via = find_member(entry, "via");
  if (!entry.is_object() || !via || !via->is_array())
    return fail_at(place, "import-missing-member", "expected `via`, an array");
  if (!entry.contains("isDirect"))
    return fail_at(place, "import-version",
                   "expected `isDirect`: this report is of an early npm 7, which gives no scores; use a later npm");
  for (const Json& advisory : *via) {
    if (!advisory.is_object()) continue;
    Vulnerability vulnerability = vulnerability_of(advisory, text_of(advisory, "source"));
    if (vulnerability.ids.rule.empty())
      return fail_at(place / "via", "import-missing-member", "an advisory has neither `url` nor `source`");
    vulnerability.component.name = text_of(advisory, "name").empty() ? name : text_of(advisory, "name");
    add_evidence(vulnerability, "affected: " + text_of(advisory, "range"));
    for (const std::string& node : texts_of(entry, "nodes")) add_evidence(vulnerability, node);
    if (const Json* fix = find_member(entry, "fixAvailable"); fix && fix->is_object())
      vulnerability.remediation = fmt::format("update {} to {}", text_of(*fix, "name"), text_of(*fix, "version"));
    if (const Json* fix = find_member(entry, "fixAvailable"); fix && fix->is_boolean() && fix->get<bool>())
      vulnerability.remediation = "run `npm audit fix`";
    add(std::move(vulnerability), builder);
  }
  return {};
}

// The counts by severity that the report itself gives are of entries, or of advisories in version 6.
void check_total(const Json& root, std::size_t entries, ReportBuilder& builder) {
  const Json* counts = find_path(root, {"metadata", "vulnerabilities"});
  auto total = counts ? number_of(*counts, "total") : std::nullopt;
  if (total && *total != entries)
    builder.add_incomplete(fmt::format("the report counts {} vulnerable packages and lists {}", *total, entries));
}

bool is_old(const Json& root) {
  return root.is_object() && find_member(root, "advisories") && root["advisories"].is_object() &&
         find_member(root, "metadata");
}

bool is_new(const Json& root) {
  return root.is_object() && root.contains("auditReportVersion") && root.contains("vulnerabilities");
}

bool recognizes(const ReportDocument& document) { return is_old(document.json()) || is_new(document.json()); }

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  builder.report().tool = "npm audit";
  if (find_member(root, "error"))
    return fail_at(place / "error", "import-error-object",
                   "npm reports an error: " + text_at(root, {"error", "summary"}));
  if (is_old(root)) {
    for (const auto& [key, advisory] : root["advisories"].items())
      SLUICE_CHECK(import_old_advisory(advisory, place / "advisories" / key, builder));
    return {};
  }
  if (root["auditReportVersion"] != 2) return fail_at(place / "auditReportVersion", "import-version", "expected 2");
  if (!root["vulnerabilities"].is_object())
    return fail_at(place / "vulnerabilities", "import-wrong-type", "expected an object");
  for (const auto& [name, entry] : root["vulnerabilities"].items())
    SLUICE_CHECK(import_entry(name, entry, place / "vulnerabilities" / name, builder));
  check_total(root, root["vulnerabilities"].size(), builder);
  return {};
}

}  // namespace

std::unique_ptr<const Importer> make_npm_audit_importer() { return importer_of("npm-audit", recognizes, import); }

}  // namespace sluice::gate
