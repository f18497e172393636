// OSV-Scanner's JSON. Sources: google/osv-scanner (pkg/models), the OSV schema of OpenSSF.
//
// Advisories of several databases speak of one vulnerability: `groups` says which. Each
// advisory is an item, those of a group one vulnerability, named by the first CVE among their
// ids and aliases, so that a further database changes no identity.
// An advisory's vector counts; most databases' words are missing, and missing is not "low".
#include <algorithm>
#include <set>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

struct Package {
  Component component;
  std::string ecosystem;
  std::string source;  // the lock file or image
  const Json& json;
};

using Names = std::set<std::string>;

Names names_of(const Json& advisory) {
  Names names = {text_of(advisory, "id")};
  for (const std::string& alias : texts_of(advisory, "aliases")) names.insert(alias);
  return names;
}

// All ids of the group that the advisory is in; its own where no group has it.
Names group_of(const Package& package, const Json& advisory) {
  std::string id = text_of(advisory, "id");
  const Json* groups = find_member(package.json, "groups");
  if (groups && groups->is_array())
    for (const Json& group : *groups) {
      std::vector<std::string> ids = texts_of(group, "ids");
      if (std::ranges::find(ids, id) == ids.end()) continue;
      Names names(ids.begin(), ids.end());
      for (const std::string& alias : texts_of(group, "aliases")) names.insert(alias);
      return names;
    }
  return names_of(advisory);
}

// CVE before GHSA before any other: the id that most databases know.
std::string canonical_name(const Names& names) {
  for (std::string_view prefix : {"CVE-", "GHSA-"})
    for (const std::string& name : names)
      if (name.starts_with(prefix)) return name;
  return *names.begin();
}

void read_scores(const Json& advisory, const Package& package, Vulnerability& vulnerability) {
  std::string source = text_of(advisory, "id");
  source = to_lower(source.substr(0, source.find('-')));
  auto read = [&](const Json& owner) {
    const Json* scores = find_member(owner, "severity");
    if (!scores || !scores->is_array()) return;
    for (const Json& score : *scores)
      if (text_of(score, "type").starts_with("CVSS_"))
        add_rating(vulnerability, {source, text_of(score, "score"), {}, {}});
  };
  read(advisory);
  const Json* affected = find_member(advisory, "affected");
  if (!affected || !affected->is_array()) return;
  for (const Json& one : *affected)
    if (text_at(one, {"package", "name"}) == package.component.name) read(one);
}

// The versions in which this package has the fix, by the advisory's ranges.
std::string fixed_versions(const Json& advisory, const Package& package) {
  Names fixed;
  const Json* affected = find_member(advisory, "affected");
  if (!affected || !affected->is_array()) return {};
  for (const Json& one : *affected) {
    const Json* ranges = find_member(one, "ranges");
    if (text_at(one, {"package", "name"}) != package.component.name || !ranges || !ranges->is_array()) continue;
    for (const Json& range : *ranges) {
      const Json* events = find_member(range, "events");
      if (!events || !events->is_array() || text_of(range, "type") == "GIT") continue;
      for (const Json& event : *events)
        if (std::string version = text_of(event, "fixed"); !version.empty()) fixed.insert(version);
    }
  }
  return fmt::format("{}", fmt::join(fixed, ", "));
}

void read_ids(const Json& advisory, const Names& group, VulnerabilityIds& ids) {
  ids.rule = canonical_name(group);
  for (const std::string& name : group) {
    bool known = name.starts_with("CVE-") || name.starts_with("GHSA-");
    if (known) add_ids(ids, name);
    if (!known) ids.other.push_back(name);
  }
  if (const Json* specific = find_member(advisory, "database_specific"))
    for (const std::string& cwe : texts_of(*specific, "cwe_ids")) add_ids(ids, cwe);
}

Result<void> import_advisory(const Package& package, const Json& advisory, const JsonPlace& place,
                             ReportBuilder& builder) {
  if (text_of(advisory, "id").empty()) return fail_at(place, "import-missing-member", "expected `id`");
  if (!text_of(advisory, "withdrawn").empty()) {
    builder.leave_out("withdrawn");
    return {};
  }
  Vulnerability vulnerability;
  read_ids(advisory, group_of(package, advisory), vulnerability.ids);
  vulnerability.component = package.component;
  vulnerability.component.fixed_version = fixed_versions(advisory, package);
  vulnerability.location.file = package.source;
  vulnerability.title = text_of(advisory, "summary");
  vulnerability.description = text_of(advisory, "details");
  if (vulnerability.title.empty()) vulnerability.title = vulnerability.ids.rule + " in " + package.component.name;
  read_scores(advisory, package, vulnerability);
  vulnerability.tool_severity = text_at(advisory, {"database_specific", "severity"});
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  vulnerability.published = day_of(text_of(advisory, "published"));
  advise_update(vulnerability);
  IdentityParts identity = {{"scheme", "osv-scanner/1"},
                            {"id", vulnerability.ids.rule},
                            {"ecosystem", package.ecosystem},
                            {"package", package.component.name},
                            {"source", package.source}};
  builder.add(std::move(vulnerability), identity);
  return {};
}

Result<void> import_package(const std::string& source, const Json& json, const JsonPlace& place,
                            ReportBuilder& builder) {
  Package package{{}, text_at(json, {"package", "ecosystem"}), source, json};
  package.component.name = text_at(json, {"package", "name"});
  std::string version = text_at(json, {"package", "version"}), commit = text_at(json, {"package", "commit"});
  // A repository that is known by its commit alone has no name but its place.
  if (package.component.name.empty() && !commit.empty()) {
    package.component.name = source;
    version = commit;
  }
  if (package.component.name.empty()) return fail_at(place / "package", "import-missing-member", "expected `name`");
  if (!version.empty()) package.component.versions = {version};
  package.component.path = source;
  return for_each_object(json, "vulnerabilities", place, [&](const Json& advisory, const JsonPlace& advisory_place) {
    return import_advisory(package, advisory, advisory_place, builder);
  });
}

bool recognizes(const ReportDocument& document) {
  const Json& root = document.json();
  if (!root.is_object() || !root.contains("results") || !root["results"].is_array()) return false;
  auto is_source = [](const Json& result) {
    return find_path(result, {"source", "path"}) && result.contains("packages");
  };
  bool says_so = root.contains("experimental_config") || root.contains("experimental_generic_findings");
  return root["results"].empty() ? says_so : std::ranges::all_of(root["results"], is_source);
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  builder.report().tool = "OSV-Scanner";
  return for_each_object(root, "results", place, [&](const Json& result, const JsonPlace& result_place) {
    std::string source = plain_path(text_at(result, {"source", "path"}));
    builder.add_target(source);
    return for_each_object(result, "packages", result_place, [&](const Json& package, const JsonPlace& package_place) {
      return import_package(source, package, package_place, builder);
    });
  });
}

}  // namespace

std::unique_ptr<const Importer> make_osv_scanner_importer() { return importer_of("osv-scanner", recognizes, import); }

}  // namespace sluice::gate
