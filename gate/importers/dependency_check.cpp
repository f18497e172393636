// OWASP Dependency-Check's XML. Source: its schema dependency-check.4.1.xsd and the earlier ones.
//
// A vulnerability of a dependency is an item; so is a suppressed one, which stays as suppressed.
// Scores are numbers beside metrics in words, of which a vector is made. An analysis exception
// makes the report incomplete. Identity: id, purl without version, else the file's name.
#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/xml_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

struct Metric {
  std::string_view letters;
  const char* element;
};

// "NETWORK" -> "N": the vectors have the first letter of each word.
std::string vector_of(const pugi::xml_node& node, std::initializer_list<Metric> metrics) {
  std::string vector;
  for (const Metric& metric : metrics) {
    std::string word = child_text(node, metric.element);
    if (word.empty()) return {};
    vector += fmt::format("{}{}:{}", vector.empty() ? "" : "/", metric.letters, word.substr(0, 1));
  }
  return vector;
}

void read_scores(const pugi::xml_node& node, const std::string& source, Vulnerability& vulnerability) {
  if (pugi::xml_node v2 = node.child("cvssV2")) {
    std::string vector = vector_of(v2, {{"AV", "accessVector"},
                                        {"AC", "accessComplexity"},
                                        {"Au", "authenticationr"},
                                        {"C", "confidentialImpact"},
                                        {"I", "integrityImpact"},
                                        {"A", "availabilityImpact"}});
    add_rating(vulnerability, {source, vector, child_text(v2, "score"), CvssVersion::V2_0});
  }
  if (pugi::xml_node v3 = node.child("cvssV3")) {
    std::string vector = vector_of(v3, {{"AV", "attackVector"},
                                        {"AC", "attackComplexity"},
                                        {"PR", "privilegesRequired"},
                                        {"UI", "userInteraction"},
                                        {"S", "scope"},
                                        {"C", "confidentialityImpact"},
                                        {"I", "integrityImpact"},
                                        {"A", "availabilityImpact"}});
    auto version = cvss_version_of(child_text(v3, "version"));
    add_rating(vulnerability, {source, vector, child_text(v3, "baseScore"), version ? *version : CvssVersion::V3_0});
  }
  if (pugi::xml_node v4 = node.child("cvssV4"))
    add_rating(vulnerability, {source, child_text(v4, "vectorString"), child_text(v4, "baseScore"), CvssVersion::V4_0});
}

Component component_of(const pugi::xml_node& dependency) {
  Component component;
  component.name = child_text(dependency, "fileName");
  component.path = plain_path(child_text(dependency, "filePath"));
  pugi::xml_node identifiers = dependency.child("identifiers");
  if (identifiers.child("identifiers")) identifiers = identifiers.child("identifiers");
  for (const pugi::xml_node& package : identifiers.children("package"))
    if (std::string id = child_text(package, "id"); component.purl.empty() && id.starts_with("pkg:"))
      component.purl = id;
  std::string_view purl = std::string_view(component.purl).substr(0, component.purl.find_first_of("?#"));
  if (auto at = purl.rfind('@'); at != std::string_view::npos) component.versions = {std::string(purl.substr(at + 1))};
  return component;
}

Result<void> import_vulnerability(const ReportDocument& document, const pugi::xml_node& node, std::size_t offset,
                                  const Component& component, ReportBuilder& builder) {
  Vulnerability vulnerability;
  vulnerability.ids.rule = child_text(node, "name");
  if (vulnerability.ids.rule.empty())
    return fail_at(document, offset, "import-missing-member", "a vulnerability has no `name`");
  add_ids(vulnerability.ids, vulnerability.ids.rule);
  for (const pugi::xml_node& cwe : node.child("cwes").children("cwe")) add_ids(vulnerability.ids, own_text(cwe));
  add_ids(vulnerability.ids, child_text(node, "cwe"));
  std::string source = to_lower(attribute(node, "source"));
  read_scores(node, source.empty() ? "dependency-check" : source, vulnerability);
  vulnerability.tool_severity = child_text(node, "severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  vulnerability.title = fmt::format("{} in {}", vulnerability.ids.rule, component.name);
  vulnerability.description = child_text(node, "description");
  vulnerability.component = component;
  vulnerability.location.file = component.path;
  vulnerability.known_exploited = static_cast<bool>(node.child("knownExploitedVulnerability"));
  vulnerability.last_seen = builder.report().scan_end;
  if (std::string_view(node.name()) == "suppressedVulnerability") {
    vulnerability.status = VulnerabilityStatus::Suppressed;
    vulnerability.claim = SuppressionClaim::AcceptedRisk;
    std::string notes = child_text(node, "notes");
    vulnerability.status_reason = notes.empty() ? "a suppression file of Dependency-Check, no notes" : notes;
  }
  IdentityParts identity = {
      {"scheme", "dependency-check/1"},
      {"id", vulnerability.ids.rule},
      {"component", component.purl.empty() ? component.path : purl_without_version(component.purl)}};
  builder.add(std::move(vulnerability), identity);
  return {};
}

Result<void> import_dependency(const ReportDocument& document, const pugi::xml_node& node, std::size_t offset,
                               ReportBuilder& builder) {
  Component component = component_of(node);
  if (component.name.empty())
    return fail_at(document, offset, "import-missing-member", "`dependency` has no `fileName`");
  for (const pugi::xml_node& child : node.child("vulnerabilities").children())
    if (child.type() == pugi::node_element)
      SLUICE_CHECK(import_vulnerability(document, child, offset, component, builder));
  return {};
}

void read_scan(const pugi::xml_node& root, ReportBuilder& builder) {
  pugi::xml_node scan = root.child("scanInfo"), project = root.child("projectInfo");
  builder.report().tool_version = child_text(scan, "engineVersion");
  for (const pugi::xml_node& source : scan.children("dataSource"))
    builder.report().facts["database " + child_text(source, "name")] = child_text(source, "timestamp");
  for (const pugi::xml_node& exception : scan.child("analysisExceptions").children("exception"))
    builder.add_incomplete("the analysis failed: " + child_text(exception, "message"));
  std::string date = child_text(project, "reportDate");
  builder.scanned_from(day_of(date), date);
  builder.scanned_until(day_of(date), date);
  builder.add_target(child_text(project, "name"));
}

bool recognizes(const ReportDocument& document) {
  pugi::xml_node root = document.xml_root();
  return std::string_view(root.name()) == "analysis" &&
         attribute(root, "xmlns").find("dependency-check") != std::string::npos;
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  pugi::xml_node root = document.xml_root();
  builder.report().tool = "Dependency-Check";
  read_scan(root, builder);
  bool any = false;
  SLUICE_CHECK(document.for_each_element(root.child("dependencies"), "dependency",
                                         [&](const pugi::xml_node& node, std::size_t offset) {
                                           any = true;
                                           return import_dependency(document, node, offset, builder);
                                         }));
  if (!any) builder.add_incomplete("the report has no dependencies: nothing was looked at");
  return {};
}

}  // namespace

std::unique_ptr<const Importer> make_dependency_check_importer() {
  return importer_of("dependency-check", recognizes, import);
}

}  // namespace sluice::gate
