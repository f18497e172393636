// Grype's JSON. Source: the document types of anchore/grype (grype/presenter/models).
//
// A match is an item; `ignoredMatches`, which the user of Grype suppressed, are items too.
// The vulnerability's id is the distribution's or GitHub's; `relatedVulnerabilities` carry the
// CVE and further scores. `matches` must be there: a document without it is no result.
// Identity: id, package without version, where the package is, image without tag.
#include <algorithm>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

struct Scanned {
  std::string image;   // empty when it is no image
  std::string target;  // what was scanned, without what changes from build to build
};

void read_scores(const Json& owner, const std::string& fallback_source, Vulnerability& vulnerability) {
  const Json* scores = find_member(owner, "cvss");
  if (!scores || !scores->is_array()) return;
  for (const Json& score : *scores) {
    std::string source = text_of(score, "source");
    add_rating(vulnerability, {source.empty() ? fallback_source : source, text_of(score, "vector"),
                               text_at(score, {"metrics", "baseScore"}), cvss_version_of(text_of(score, "version"))});
  }
}

void read_exploitation(const Json& owner, Vulnerability& vulnerability) {
  if (const Json* known = find_member(owner, "knownExploited"); known && known->is_array() && !known->empty())
    vulnerability.known_exploited = true;
  const Json* epss = find_member(owner, "epss");
  if (!epss || !epss->is_array()) return;
  for (const Json& entry : *epss)
    vulnerability.epss = std::max(vulnerability.epss, probability_of(text_of(entry, "epss")));
}

void read_advisory(const Json& advisory, Vulnerability& vulnerability) {
  add_ids(vulnerability.ids, text_of(advisory, "id"));
  read_scores(advisory, text_of(advisory, "namespace"), vulnerability);
  read_exploitation(advisory, vulnerability);
  if (const Json* cwes = find_member(advisory, "cwes"); cwes && cwes->is_array())
    for (const Json& cwe : *cwes) add_ids(vulnerability.ids, text_of(cwe, "cwe"));
  if (vulnerability.description.empty()) vulnerability.description = text_of(advisory, "description");
}

void read_package(const Json& artifact, Vulnerability& vulnerability) {
  Component& component = vulnerability.component;
  component.name = text_of(artifact, "name");
  if (std::string version = text_of(artifact, "version"); !version.empty()) component.versions = {version};
  component.purl = text_of(artifact, "purl");
  const Json* locations = find_member(artifact, "locations");
  if (!locations || !locations->is_array()) return;
  for (const Json& location : *locations) {
    std::string path = plain_path(text_of(location, "path"));
    if (component.path.empty())
      component.path = path;
    else
      add_evidence(vulnerability, "also at " + path);
  }
}

// The rules by which Grype's user ignored the match, and what a VEX statement of theirs says.
void read_suppression(const Json& match, Vulnerability& vulnerability) {
  vulnerability.status = VulnerabilityStatus::Suppressed;
  vulnerability.claim = SuppressionClaim::AcceptedRisk;
  const Json* rules = find_member(match, "appliedIgnoreRules");
  if (!rules || !rules->is_array()) return;
  for (const Json& rule : *rules) {
    std::string vex = text_of(rule, "vex-status");
    if (vex == "not_affected") vulnerability.claim = SuppressionClaim::NotAffected;
    if (vex == "fixed") vulnerability.claim = SuppressionClaim::Fixed;
    for (std::string_view key : {"vex-justification", "reason", "vex-status"})
      if (vulnerability.status_reason.empty()) vulnerability.status_reason = text_of(rule, key);
  }
  if (vulnerability.status_reason.empty()) vulnerability.status_reason = "ignored by a rule of Grype's configuration";
}

Result<void> import_match(const Scanned& scanned, const Json& match, const JsonPlace& place, bool ignored,
                          ReportBuilder& builder) {
  const Json* advisory = find_member(match, "vulnerability");
  const Json* artifact = find_member(match, "artifact");
  if (!advisory || text_of(*advisory, "id").empty())
    return fail_at(place, "import-missing-member", "expected `vulnerability` with an `id`");
  if (!artifact || text_of(*artifact, "name").empty())
    return fail_at(place, "import-missing-member", "expected `artifact` with a `name`");
  Vulnerability vulnerability;
  vulnerability.ids.rule = text_of(*advisory, "id");
  read_package(*artifact, vulnerability);
  read_advisory(*advisory, vulnerability);
  SLUICE_CHECK(for_each_object(match, "relatedVulnerabilities", place, [&](const Json& related, const JsonPlace&) {
    read_advisory(related, vulnerability);
    return Result<void>();
  }));
  vulnerability.tool_severity = text_of(*advisory, "severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  vulnerability.title = fmt::format("{} in {}", vulnerability.ids.rule, vulnerability.component.name);
  if (const Json* fix = find_member(*advisory, "fix")) {
    vulnerability.component.fixed_version = fmt::format("{}", fmt::join(texts_of(*fix, "versions"), ", "));
    if (std::string state = text_of(*fix, "state"); !state.empty())
      add_evidence(vulnerability, "vendor status: " + state);
  }
  advise_update(vulnerability);
  vulnerability.asset.image = scanned.image;
  vulnerability.last_seen = builder.report().scan_end;
  if (scanned.image.empty()) vulnerability.location.file = vulnerability.component.path;
  if (ignored) read_suppression(match, vulnerability);
  const Component& component = vulnerability.component;
  IdentityParts identity = {{"scheme", "grype/1"},
                            {"id", vulnerability.ids.rule},
                            {"target", scanned.target},
                            {"package", component.purl.empty() ? component.name : purl_without_version(component.purl)},
                            {"path", component.path}};
  builder.add(std::move(vulnerability), identity);
  return {};
}

Scanned read_source(const Json& root, ReportBuilder& builder) {
  const Json* source = find_member(root, "source");
  if (!source) return {};
  std::string type = text_of(*source, "type");
  const Json* target = find_member(*source, "target");
  std::string name = text_of(target);
  if (target && target->is_object()) name = text_of(*target, "userInput");
  builder.add_target(name);
  bool image = type == "image";
  return {image ? name : std::string(), image ? image_without_version(name) : plain_path(name)};
}

bool recognizes(const ReportDocument& document) {
  const Json& root = document.json();
  return root.is_object() && root.contains("matches") && text_at(root, {"descriptor", "name"}) == "grype";
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  ImportedReport& report = builder.report();
  report.tool = "Grype";
  report.tool_version = text_at(root, {"descriptor", "version"});
  std::string time = text_at(root, {"descriptor", "timestamp"});
  builder.scanned_from(day_of(time), time);
  builder.scanned_until(day_of(time), time);
  for (const std::string& built :
       {text_at(root, {"descriptor", "db", "built"}), text_at(root, {"descriptor", "db", "status", "built"})})
    if (!built.empty()) report.facts["database-built"] = built;
  if (std::string error = text_at(root, {"descriptor", "db", "error"}); !error.empty())
    builder.add_incomplete("the vulnerability database: " + error);
  if (!find_member(root, "matches")) return fail_at(place / "matches", "import-missing-member", "expected an array");
  Scanned scanned = read_source(root, builder);
  for (std::string_view key : {"matches", "ignoredMatches"})
    SLUICE_CHECK(for_each_object(root, key, place, [&](const Json& match, const JsonPlace& match_place) {
      return import_match(scanned, match, match_place, key == "ignoredMatches", builder);
    }));
  return {};
}

}  // namespace

std::unique_ptr<const Importer> make_grype_importer() { return importer_of("grype", recognizes, import); }

}  // namespace sluice::gate
