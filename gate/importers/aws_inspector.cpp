// AWS Inspector v2 (`aws inspector2 list-findings`, `findings`), and findings of AWS Security Hub in ASFF
// (`aws securityhub get-findings`, `Findings`, or a bare array). Source: AWS's API references.
//
// A finding is an item. Closed, archived and resolved ones and passed checks are left out by
// reason; what somebody suppressed is kept as suppressed. `nextToken` says that there are more
// pages. A finding may name several packages: all are kept. Tags are the only place that tells an
// environment, and go to the evidence.
// Identity: vulnerability (else control or type), resource without version, packages.
#include <set>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

// An image is known by its repository, a function by its name: digests and versions change with each build.
std::string stable_resource(const std::string& id) {
  std::string stable = id.substr(0, id.find("/sha256:"));
  if (stable.find(":function:") == std::string::npos) return stable;
  std::vector<std::string_view> parts = split(stable, ':');
  constexpr std::size_t kNameEnd = 7;  // arn:aws:lambda:region:account:function:name
  if (parts.size() > kNameEnd) parts.resize(kNameEnd);
  return fmt::format("{}", fmt::join(parts, ":"));
}

struct Packages {
  std::set<std::string> names;
  void add(Vulnerability& vulnerability, const std::string& name, const std::string& version, const std::string& fixed,
           const std::string& path) {
    Component& component = vulnerability.component;
    names.insert(name);
    if (component.name.empty()) component = {name, {}, {}, path, fixed};
    if (component.name == name && !version.empty())
      component.versions.push_back(version);
    else
      add_evidence(vulnerability,
                   fmt::format("also {} {}, fixed in {}", name, version, fixed.empty() ? "no version" : fixed));
  }
  std::string text() const { return fmt::format("{}", fmt::join(names, ",")); }
};

void read_tags(const Json& resource, std::string_view key, Vulnerability& vulnerability) {
  const Json* tags = find_member(resource, key);
  if (!tags || !tags->is_object()) return;
  for (const auto& [name, value] : tags->items())
    add_evidence(vulnerability, fmt::format("tag {}={}", name, text_of(&value)));
}

// The scores that AWS adjusted are environmental: they come back by an approved re-rating only.
void read_inspector_scores(const Json& finding, Vulnerability& vulnerability) {
  const Json* scores = find_path(finding, {"packageVulnerabilityDetails", "cvss"});
  if (scores && scores->is_array())
    for (const Json& score : *scores)
      add_rating(vulnerability, {to_lower(text_of(score, "source")), text_of(score, "scoringVector"),
                                 text_of(score, "baseScore"), cvss_version_of(text_of(score, "version"))});
  std::string own = text_of(finding, "inspectorScore");
  if (vulnerability.ratings.empty() && !own.empty()) add_rating(vulnerability, {"aws-inspector", {}, own, {}});
  if (!own.empty()) add_evidence(vulnerability, "score adjusted by Inspector: " + own);
}

void read_inspector_details(const Json& finding, Vulnerability& vulnerability, Packages& packages) {
  if (const Json* details = find_member(finding, "packageVulnerabilityDetails")) {
    vulnerability.ids.rule = text_of(*details, "vulnerabilityId");
    for (const std::string& related : texts_of(*details, "relatedVulnerabilities"))
      vulnerability.ids.other.push_back(related);
    vulnerability.published = day_of(text_of(*details, "vendorCreatedAt"));
    const Json* list = find_member(*details, "vulnerablePackages");
    if (list && list->is_array())
      for (const Json& package : *list)
        packages.add(vulnerability, text_of(package, "name"), text_of(package, "version"),
                     text_of(package, "fixedInVersion"), text_of(package, "filePath"));
  }
  if (const Json* details = find_member(finding, "codeVulnerabilityDetails")) {
    vulnerability.ids.rule = text_of(*details, "detectorId");
    for (const std::string& cwe : texts_of(*details, "cwes")) add_ids(vulnerability.ids, cwe);
    if (const Json* place = find_member(*details, "filePath"))
      vulnerability.location = {plain_path(text_of(*place, "filePath")), number_of(*place, "startLine").value_or(0)};
  }
  if (const Json* details = find_member(finding, "networkReachabilityDetails"))
    vulnerability.ids.rule = fmt::format("network-reachability {} {}", text_of(*details, "protocol"),
                                         text_at(*details, {"openPortRange", "begin"}));
}

void add(Vulnerability vulnerability, const std::string& resource, const Packages& packages, ReportBuilder& builder) {
  add_ids(vulnerability.ids, vulnerability.ids.rule);
  advise_update(vulnerability);
  builder.add_target(resource);
  vulnerability.asset.id = resource;
  builder.scanned_until(vulnerability.last_seen,
                        vulnerability.last_seen ? to_string(*vulnerability.last_seen) : std::string());
  IdentityParts identity = {{"scheme", "aws-inspector/1"},
                            {"id", vulnerability.ids.rule},
                            {"resource", stable_resource(resource)},
                            {"packages", packages.text()},
                            {"file", vulnerability.location.file}};
  builder.add_finding(std::move(vulnerability), identity);
}

Result<void> import_inspector(const Json& finding, const JsonPlace& place, ReportBuilder& builder) {
  std::string status = text_of(finding, "status");
  if (text_of(finding, "findingArn").empty()) return fail_at(place, "import-missing-member", "expected `findingArn`");
  if (status == "CLOSED") {
    builder.leave_out("closed");
    return {};
  }
  Vulnerability vulnerability;
  Packages packages;
  read_inspector_details(finding, vulnerability, packages);
  if (vulnerability.ids.rule.empty()) vulnerability.ids.rule = text_of(finding, "type");
  if (status == "SUPPRESSED") {
    vulnerability.status = VulnerabilityStatus::Suppressed;
    vulnerability.claim = SuppressionClaim::AcceptedRisk;
    vulnerability.status_reason = "a suppression rule of Inspector";
  }
  vulnerability.title = text_of(finding, "title");
  vulnerability.description = text_of(finding, "description");
  vulnerability.remediation = text_at(finding, {"remediation", "recommendation", "text"});
  vulnerability.tool_severity = text_of(finding, "severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  read_inspector_scores(finding, vulnerability);
  vulnerability.epss = probability_of(text_at(finding, {"epss", "score"}));
  if (text_of(finding, "exploitAvailable") == "YES") add_evidence(vulnerability, "an exploit is published");
  vulnerability.first_seen = day_of(text_of(finding, "firstObservedAt"));
  vulnerability.last_seen = day_of(text_of(finding, "lastObservedAt"));
  std::string resource_id;
  SLUICE_CHECK(for_each_object(finding, "resources", place, [&](const Json& resource, const JsonPlace&) {
    if (resource_id.empty()) {
      resource_id = text_of(resource, "id");
      // The first address is that of the first interface, by which other scanners know the machine.
      if (const Json* instance = find_path(resource, {"details", "awsEc2Instance"}))
        for (std::string& address : texts_of(*instance, "ipV4Addresses"))
          if (vulnerability.asset.ip.empty()) vulnerability.asset.ip = std::move(address);
    }
    read_tags(resource, "tags", vulnerability);
    return Result<void>();
  }));
  if (resource_id.empty())
    return fail_at(place / "resources", "import-missing-member", "expected a resource with an `id`");
  add(std::move(vulnerability), resource_id, packages, builder);
  return {};
}

// Why a finding of Security Hub is none; empty when it is one.
std::string_view reason_to_leave_out(const Json& finding) {
  if (text_of(finding, "RecordState") == "ARCHIVED") return "archived";
  if (text_at(finding, {"Workflow", "Status"}) == "RESOLVED") return "resolved";
  std::string compliance = text_at(finding, {"Compliance", "Status"});
  if (compliance == "PASSED") return "compliance-passed";
  return compliance == "NOT_AVAILABLE" ? "compliance-not-available" : "";
}

void read_hub_vulnerability(const Json& json, Vulnerability& vulnerability, Packages& packages) {
  std::string id = text_of(json, "Id");
  if (vulnerability.ids.rule.empty()) vulnerability.ids.rule = id;
  add_ids(vulnerability.ids, id);
  for (const std::string& related : texts_of(json, "RelatedVulnerabilities"))
    vulnerability.ids.other.push_back(related);
  vulnerability.epss = std::max(vulnerability.epss, probability_of(text_of(json, "EpssScore")));
  if (const Json* scores = find_member(json, "Cvss"); scores && scores->is_array())
    for (const Json& score : *scores)
      // With adjustments it is not the base score.
      if (!score.contains("Adjustments") || score["Adjustments"].empty())
        add_rating(vulnerability, {to_lower(text_of(score, "Source")), text_of(score, "BaseVector"),
                                   text_of(score, "BaseScore"), cvss_version_of(text_of(score, "Version"))});
  const Json* list = find_member(json, "VulnerablePackages");
  if (!list || !list->is_array()) return;
  for (const Json& package : *list)
    packages.add(vulnerability, text_of(package, "Name"), text_of(package, "Version"),
                 text_of(package, "FixedInVersion"), text_of(package, "FilePath"));
}

// The rule: a control's id, GuardDuty's type, else who made the finding.
std::string rule_of(const Json& finding) {
  if (std::string control = text_at(finding, {"Compliance", "SecurityControlId"}); !control.empty()) return control;
  std::string generator = text_of(finding, "GeneratorId");
  std::vector<std::string> types = texts_of(finding, "Types");
  bool names_a_detector = generator.find("guardduty") != std::string::npos || generator.empty();
  return names_a_detector && !types.empty() ? types.front() : generator;
}

Result<void> import_hub_finding(const Json& finding, const JsonPlace& place, ReportBuilder& builder) {
  if (text_of(finding, "ProductArn").empty()) return fail_at(place, "import-missing-member", "expected `ProductArn`");
  if (std::string_view reason = reason_to_leave_out(finding); !reason.empty()) {
    builder.leave_out(reason);
    return {};
  }
  Vulnerability vulnerability;
  Packages packages;
  vulnerability.tool = text_of(finding, "ProductName");
  SLUICE_CHECK(for_each_object(finding, "Vulnerabilities", place, [&](const Json& json, const JsonPlace&) {
    read_hub_vulnerability(json, vulnerability, packages);
    return Result<void>();
  }));
  if (vulnerability.ids.rule.empty()) vulnerability.ids.rule = rule_of(finding);
  vulnerability.title = text_of(finding, "Title");
  vulnerability.description = text_of(finding, "Description");
  vulnerability.remediation = text_at(finding, {"Remediation", "Recommendation", "Text"});
  vulnerability.tool_severity = text_at(finding, {"Severity", "Label"});
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  vulnerability.first_seen = day_of(text_of(finding, "FirstObservedAt"));
  vulnerability.last_seen = day_of(text_of(finding, "LastObservedAt"));
  if (text_at(finding, {"Workflow", "Status"}) == "SUPPRESSED") {
    vulnerability.status = VulnerabilityStatus::Suppressed;
    vulnerability.claim = SuppressionClaim::AcceptedRisk;
    vulnerability.status_reason = "suppressed in Security Hub: " + text_at(finding, {"Note", "Text"});
  }
  std::string resource_id;
  SLUICE_CHECK(for_each_object(finding, "Resources", place, [&](const Json& resource, const JsonPlace&) {
    std::string id = text_of(resource, "Id");
    if (resource_id.empty())
      resource_id = id;
    else
      add_evidence(vulnerability, "also on " + id);
    read_tags(resource, "Tags", vulnerability);
    return Result<void>();
  }));
  add(std::move(vulnerability), resource_id, packages, builder);
  return {};
}

bool is_inspector(const ReportDocument& document) {
  return document.json().is_object() && document.first_item("/findings").is_object() &&
         document.first_item("/findings").contains("findingArn");
}

bool is_hub_finding(const Json& json) {
  return json.is_object() && json.contains("ProductArn") && json.contains("AwsAccountId");
}

bool recognizes(const ReportDocument& document) {
  for (std::string_view place : {"/Findings", "/findings", ""})
    if (is_hub_finding(document.first_item(place))) return true;
  return is_inspector(document);
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  builder.report().tool = is_inspector(document) ? "Inspector" : "Security Hub";
  for (std::string_view key : {"nextToken", "NextToken"})
    if (!text_of(root, key).empty())
      builder.add_incomplete("this is one page of several: the report has a " + std::string(key));
  if (is_inspector(document))
    return for_each_object(root, "findings", place, [&](const Json& finding, const JsonPlace& finding_place) {
      return import_inspector(finding, finding_place, builder);
    });
  auto visit = [&](const Json& finding, const JsonPlace& finding_place) {
    return import_hub_finding(finding, finding_place, builder);
  };
  return root.is_array() ? for_each_object_in(root, place, visit)
                         : for_each_object(root, root.contains("Findings") ? "Findings" : "findings", place, visit);
}

}  // namespace

std::unique_ptr<const Importer> make_aws_inspector_importer() {
  return importer_of("aws-inspector", recognizes, import);
}

}  // namespace sluice::gate
