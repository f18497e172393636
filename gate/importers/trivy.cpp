// Trivy's JSON: of images, file systems and repositories (SchemaVersion 2), of old
// versions (an array of results), and of Kubernetes clusters. Source: the report types
// of aquasecurity/trivy (pkg/types, pkg/k8s/report).
//
// Left out and counted: licenses (a licence is no vulnerability) and checks that
// passed. What Trivy itself suppressed (`ModifiedFindings`) is kept as suppressed.
// A legacy report of nothing is `null`: it cannot be told from a failure and is refused.
// Identity: id, package without version, target without image tag.
#include <algorithm>
#include <array>

#include "gate/importers/json_access.h"
#include "gate/report_builder.h"
#include "gate/report_document.h"

namespace sluice::gate {
namespace {

// What all items of a report or of a cluster's resource have in common.
struct Scanned {
  std::string tool_version;
  std::string image;     // as scanned; empty when it is no image
  std::string resource;  // "default/Deployment/redis" in a cluster
  std::optional<Date> day;
};

// One element of `Results`.
struct Target {
  const Scanned& scanned;
  const Json& json;
  JsonPlace place;
  std::string name;    // `Target` as written: a file, or "registry/app:1.2 (debian 12.4)"
  std::string stable;  // without what changes from build to build
};

// Targets of OS packages are the image's name and the distribution in parentheses.
std::string stable_target(const Json& result, const std::string& name) {
  if (text_of(result, "Class") != "os-pkgs" && name.find(" (") == std::string::npos) return plain_path(name);
  return image_without_version(name.substr(0, name.find(" (")));
}

Vulnerability vulnerability_in(const Target& target) {
  Vulnerability vulnerability;
  vulnerability.tool = "Trivy";
  vulnerability.tool_version = target.scanned.tool_version;
  vulnerability.asset.image = target.scanned.image;
  vulnerability.asset.host = target.scanned.resource;
  vulnerability.last_seen = target.scanned.day;
  return vulnerability;
}

IdentityParts identity_in(const Target& target, std::string_view kind, const std::string& id) {
  return {{"scheme", "trivy/1"},
          {"kind", std::string(kind)},
          {"id", id},
          {"image", image_without_version(target.scanned.image)},
          {"resource", target.scanned.resource},
          {"target", target.stable}};
}

void set_severity(const Json& item, Vulnerability& vulnerability) {
  vulnerability.tool_severity = text_of(item, "Severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
}

// `CVSS` maps a source to up to three vectors with their scores.
void read_scores(const Json& item, Vulnerability& vulnerability) {
  const Json* sources = find_member(item, "CVSS");
  if (!sources || !sources->is_object()) return;
  constexpr std::pair<std::string_view, CvssVersion> kKinds[] = {
      {"V2", CvssVersion::V2_0}, {"V3", CvssVersion::V3_1}, {"V40", CvssVersion::V4_0}};
  for (const auto& [source, scores] : sources->items())
    for (const auto& [kind, version] : kKinds) {
      std::string vector = text_of(scores, fmt::format("{}Vector", kind));
      std::string number = text_of(scores, fmt::format("{}Score", kind));
      if (!vector.empty() || !number.empty()) add_rating(vulnerability, {source, vector, number, version});
    }
}

void read_package(const Json& item, Component& component) {
  component.name = text_of(item, "PkgName");
  if (std::string version = text_of(item, "InstalledVersion"); !version.empty()) component.versions = {version};
  component.purl = text_at(item, {"PkgIdentifier", "PURL"});
  component.path = text_of(item, "PkgPath");
  component.fixed_version = text_of(item, "FixedVersion");
}

void set_vulnerability_texts(const Json& item, Vulnerability& vulnerability) {
  vulnerability.title = text_of(item, "Title");
  vulnerability.description = text_of(item, "Description");
  if (vulnerability.title.empty()) vulnerability.title = vulnerability.ids.rule + " in " + vulnerability.component.name;
  if (!vulnerability.component.fixed_version.empty())
    vulnerability.remediation =
        fmt::format("update {} to {}", vulnerability.component.name, vulnerability.component.fixed_version);
  if (std::string status = text_of(item, "Status"); !status.empty())
    add_evidence(vulnerability, "vendor status: " + status);
}

// Trivy's word stands first: a VEX status, or "ignored".
SuppressionClaim claim_of(std::string_view reason) {
  if (reason.starts_with("not_affected")) return SuppressionClaim::NotAffected;
  return reason.starts_with("fixed") ? SuppressionClaim::Fixed : SuppressionClaim::AcceptedRisk;
}

Result<void> add_vulnerability(const Target& target, const Json& item, const JsonPlace& place, ReportBuilder& builder,
                               const std::string& suppressed_because) {
  Vulnerability vulnerability = vulnerability_in(target);
  vulnerability.ids.rule = text_of(item, "VulnerabilityID");
  if (vulnerability.ids.rule.empty()) return fail_at(place, "import-missing-member", "expected `VulnerabilityID`");
  add_ids(vulnerability.ids, vulnerability.ids.rule);
  for (std::string_view key : {"VendorIDs", "CweIDs"})
    for (const std::string& id : texts_of(item, key)) add_ids(vulnerability.ids, id);
  read_package(item, vulnerability.component);
  read_scores(item, vulnerability);
  set_severity(item, vulnerability);
  set_vulnerability_texts(item, vulnerability);
  bool os_package = text_of(target.json, "Class") == "os-pkgs";
  // "Java" or "Node.js" is a target that stands for many files; the package then has its own path.
  if (!os_package)
    vulnerability.location.file =
        vulnerability.component.path.empty() ? target.stable : plain_path(vulnerability.component.path);
  if (!suppressed_because.empty()) {
    vulnerability.status = VulnerabilityStatus::Suppressed;
    vulnerability.claim = claim_of(suppressed_because);
  }
  vulnerability.status_reason = suppressed_because;
  IdentityParts identity = identity_in(target, "vulnerability", vulnerability.ids.rule);
  const Component& component = vulnerability.component;
  identity.emplace_back("package", component.purl.empty() ? component.name : purl_without_version(component.purl));
  identity.emplace_back("path", plain_path(component.path));
  builder.add(std::move(vulnerability), identity);
  return {};
}

Result<void> add_misconfiguration(const Target& target, const Json& item, const JsonPlace& place,
                                  ReportBuilder& builder) {
  std::string status = text_of(item, "Status");
  if (status == "PASS") {
    builder.leave_out("misconfiguration-passed");
    return {};
  }
  Vulnerability vulnerability = vulnerability_in(target);
  vulnerability.ids.rule = text_of(item, "ID");
  if (vulnerability.ids.rule.empty()) return fail_at(place, "import-missing-member", "expected `ID`");
  vulnerability.title = text_of(item, "Title");
  vulnerability.description = text_of(item, "Description");
  vulnerability.remediation = text_of(item, "Resolution");
  add_evidence(vulnerability, text_of(item, "Message"));
  set_severity(item, vulnerability);
  if (status == "EXCEPTION") {
    vulnerability.status = VulnerabilityStatus::Suppressed;
    vulnerability.status_reason = "an exception of the scan's configuration";
  }
  vulnerability.location.file = target.stable;
  const Json* cause = find_member(item, "CauseMetadata");
  if (cause) vulnerability.location.line = number_of(*cause, "StartLine").value_or(0);
  IdentityParts identity = identity_in(target, "misconfiguration", vulnerability.ids.rule);
  identity.emplace_back("resource", cause ? text_of(*cause, "Resource") : std::string());
  // Two containers of one deployment fail one check at two places, and only the message tells them apart.
  std::string spot = fmt::format("{}:{}", vulnerability.location.line, text_of(item, "Message"));
  builder.add(std::move(vulnerability), identity, spot);
  return {};
}

// `Match` is left out: how well Trivy masked the secret is not ours to trust.
Result<void> add_secret(const Target& target, const Json& item, const JsonPlace& place, ReportBuilder& builder) {
  Vulnerability vulnerability = vulnerability_in(target);
  vulnerability.ids.rule = text_of(item, "RuleID");
  if (vulnerability.ids.rule.empty()) return fail_at(place, "import-missing-member", "expected `RuleID`");
  vulnerability.ids.cwe = {"CWE-798"};  // use of hard-coded credentials
  vulnerability.title = text_of(item, "Title");
  vulnerability.remediation = "revoke the secret and remove it from the artifact";
  set_severity(item, vulnerability);
  vulnerability.location = {target.stable, number_of(item, "StartLine").value_or(0)};
  IdentityParts identity = identity_in(target, "secret", vulnerability.ids.rule);
  std::string spot = std::to_string(vulnerability.location.line);
  builder.add(std::move(vulnerability), identity, spot);
  return {};
}

// What the user of Trivy suppressed, by VEX or an ignore file.
Result<void> add_modified(const Target& target, const Json& item, const JsonPlace& place, ReportBuilder& builder) {
  const Json* finding = find_member(item, "Finding");
  if (text_of(item, "Type") != "vulnerability" || !finding) {
    builder.leave_out("suppressed-by-trivy");
    return {};
  }
  std::string statement = text_of(item, "Statement"), source = text_of(item, "Source");
  std::string reason =
      fmt::format("{}: {} ({})", text_of(item, "Status"), statement.empty() ? "no statement" : statement,
                  source.empty() ? "no source" : source);
  return add_vulnerability(target, *finding, place / "Finding", builder, reason);
}

using AddItem = Result<void> (*)(const Target&, const Json&, const JsonPlace&, ReportBuilder&);

struct Section {
  std::string_view key;
  AddItem add;
};
constexpr Section kSections[] = {
    {"Vulnerabilities", [](const Target& target, const Json& item, const JsonPlace& place,
                           ReportBuilder& builder) { return add_vulnerability(target, item, place, builder, ""); }},
    {"Misconfigurations", add_misconfiguration},
    {"Secrets", add_secret},
    {"Licenses",
     [](const Target&, const Json&, const JsonPlace&, ReportBuilder& builder) {
       builder.leave_out("license");
       return Result<void>();
     }},
    {"ModifiedFindings", add_modified},
    {"ExperimentalModifiedFindings", add_modified},
};

// An inventory, not findings.
constexpr std::string_view kInventory = "Packages";

// A section that a later Trivy may have is counted, not overlooked.
void leave_out_unknown_sections(const Json& result, ReportBuilder& builder) {
  for (const auto& [key, value] : result.items()) {
    bool known = key == kInventory || std::ranges::find(kSections, key, &Section::key) != std::end(kSections);
    if (!known && value.is_array()) builder.leave_out("section-" + key, value.size());
  }
}

Result<void> import_result(const Scanned& scanned, const Json& json, const JsonPlace& place, ReportBuilder& builder) {
  std::string name = text_of(json, "Target");
  Target target{scanned, json, place, name, stable_target(json, name)};
  for (const Section& section : kSections) {
    SLUICE_CHECK(for_each_object(json, section.key, place, [&](const Json& item, const JsonPlace& item_place) {
      return section.add(target, item, item_place, builder);
    }));
  }
  leave_out_unknown_sections(json, builder);
  return {};
}

Result<void> import_results(const Scanned& scanned, const Json& owner, const JsonPlace& place, ReportBuilder& builder) {
  SLUICE_TRY(std::vector<const Json*> results, objects_of(owner, "Results", place));
  for (std::size_t index = 0; index < results.size(); ++index)
    SLUICE_CHECK(import_result(scanned, *results[index], place / "Results" / index, builder));
  return {};
}

Result<void> import_artifact(const Json& root, const JsonPlace& place, ReportBuilder& builder) {
  std::string artifact = text_of(root, "ArtifactName"), created = text_of(root, "CreatedAt");
  bool image = text_of(root, "ArtifactType") == "container_image";
  ImportedReport& report = builder.report();
  report.tool_version = text_at(root, {"Trivy", "Version"});
  builder.add_target(artifact);
  builder.scanned_from(parse_date(created), created);
  builder.scanned_until(parse_date(created), created);
  // Trivy leaves `Results` out when it has found nothing that it could look at.
  if (!find_member(root, "Results")) builder.add_incomplete("the report has no `Results`: nothing was scanned");
  return import_results({report.tool_version, image ? artifact : "", "", report.scan_end}, root, place, builder);
}

// Where a cluster's report keeps its resources, by version and by kind of scan.
constexpr std::array<std::string_view, 4> kResourceLists = {"Vulnerabilities", "Misconfigurations", "Resources",
                                                            "Findings"};

Result<void> import_cluster(const Json& root, const JsonPlace& place, ReportBuilder& builder) {
  builder.add_target(text_of(root, "ClusterName"));
  bool any_list = false;
  for (std::string_view key : kResourceLists) {
    any_list = any_list || find_member(root, key);
    SLUICE_CHECK(for_each_object(root, key, place, [&](const Json& resource, const JsonPlace& resource_place) {
      std::string name =
          fmt::format("{}/{}/{}", text_of(resource, "Namespace"), text_of(resource, "Kind"), text_of(resource, "Name"));
      if (std::string error = text_of(resource, "Error"); !error.empty())
        builder.add_incomplete(fmt::format("{}: {}", name, error));
      return import_results({"", "", name, std::nullopt}, resource, resource_place, builder);
    }));
  }
  if (!any_list) builder.add_incomplete("the report lists no resources: nothing was scanned");
  return {};
}

Result<void> import_legacy(const Json& root, const JsonPlace& place, ReportBuilder& builder) {
  Scanned scanned;
  return for_each_object_in(root, place, [&](const Json& result, const JsonPlace& result_place) -> Result<void> {
    std::string target = text_of(result, "Target");
    if (target.empty() || !result.contains("Vulnerabilities"))
      return fail_at(result_place, "import-missing-member", "expected `Target` and `Vulnerabilities`");
    builder.add_target(target);
    return import_result(scanned, result, result_place, builder);
  });
}

bool is_artifact(const Json& root) {
  bool has_schema = root.is_object() && find_member(root, "SchemaVersion") && root["SchemaVersion"].is_number();
  return has_schema && find_member(root, "ArtifactName") && find_member(root, "ArtifactType");
}

bool is_cluster(const Json& root) {
  return root.is_object() && root.contains("ClusterName") &&
         std::ranges::any_of(kResourceLists, [&](std::string_view key) { return root.contains(key); });
}

// An array of results; the others are told to be such when they are read.
bool is_legacy(const Json& first) {
  return first.is_object() && text_of(first, "Target") != "" && first.contains("Vulnerabilities");
}

class TrivyImporter : public Importer {
 public:
  std::string_view name() const override { return "trivy"; }

  bool recognizes(const ReportDocument& document) const override {
    const Json& root = document.json();
    return is_artifact(root) || is_cluster(root) || is_legacy(document.first_item(""));
  }

  Result<ImportedReport> import(const ReportDocument& document, Keep keep) const override {
    const Json& root = document.json();
    JsonPlace place = JsonPlace::root_of(document);
    ReportBuilder builder(name(), document.file(), keep);
    builder.report().tool = "Trivy";
    if (is_artifact(root)) {
      if (root["SchemaVersion"] != 2)
        return fail_at(place / "SchemaVersion", "import-version",
                       fmt::format("version {} is not read; expected 2", root["SchemaVersion"].dump()));
      SLUICE_CHECK(import_artifact(root, place, builder));
    } else if (is_cluster(root)) {
      SLUICE_CHECK(import_cluster(root, place, builder));
    } else {
      SLUICE_CHECK(import_legacy(root, place, builder));
    }
    return std::move(builder).finish();
  }
};

}  // namespace

std::unique_ptr<const Importer> make_trivy_importer() { return std::make_unique<TrivyImporter>(); }

}  // namespace sluice::gate
