#include "gate/sbom.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/mapped_file.h"
#include "base/text.h"
#include "gate/identity.h"
#include "gate/importers/json_access.h"

namespace sluice::gate {
namespace {

// Components may have components; documents are not deeper than kMaxReportDepth.
void add_components(const Json& json, Sbom& sbom) {
  std::string group = text_of(json, "group"), name = text_of(json, "name");
  sbom.components.push_back({group.empty() ? name : group + ":" + name, text_of(json, "version"), text_of(json, "purl")});
  if (const Json* parts = find_member(json, "components"); parts && parts->is_array())
    for (const Json& part : *parts) add_components(part, sbom);
}

// "complete" is the one word of a composition that leaves nothing open.
bool says_incomplete(const Json& root) {
  const Json* list = find_member(root, "compositions");
  if (!list || !list->is_array()) return false;
  return std::ranges::any_of(*list, [](const Json& one) {
    std::string aggregate = text_of(one, "aggregate");
    return aggregate.starts_with("incomplete") || aggregate == "unknown";
  });
}

Result<void> read_cyclonedx(const JsonPlace& place, const Json& root, Sbom& sbom) {
  sbom.format = "CycloneDX";
  sbom.is_incomplete = says_incomplete(root);
  return for_each_object(root, "components", place, [&](const Json& component, const JsonPlace&) {
    add_components(component, sbom);
    return Result<void>();
  });
}

Result<void> read_spdx(const JsonPlace& place, const Json& root, Sbom& sbom) {
  sbom.format = "SPDX";
  return for_each_object(root, "packages", place, [&](const Json& package, const JsonPlace&) {
    SbomComponent one{text_of(package, "name"), text_of(package, "versionInfo"), {}};
    if (const Json* references = find_member(package, "externalRefs"); references && references->is_array())
      for (const Json& reference : *references)
        if (text_of(reference, "referenceType") == "purl") one.purl = text_of(reference, "referenceLocator");
    sbom.components.push_back(std::move(one));
    return Result<void>();
  });
}

}  // namespace

Result<Sbom> parse_sbom(std::string file, std::string_view text) {
  SLUICE_TRY(ReportDocument document, ReportDocument::parse(file, text));
  if (document.form() != ReportDocument::Form::AsJson && !document.syntax_errors().empty()) return std::unexpected(document.syntax_errors());
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  Sbom sbom;
  if (text_of(root, "bomFormat") == "CycloneDX") SLUICE_CHECK(read_cyclonedx(place, root, sbom));
  else if (text_of(root, "spdxVersion").starts_with("SPDX-2")) SLUICE_CHECK(read_spdx(place, root, sbom));
  else return fail({file}, "sbom-format", "expected a bill of materials: CycloneDX or SPDX 2.x, as JSON");
  // An empty list would answer "not affected" to everything.
  if (sbom.components.empty()) return fail({file}, "sbom-empty", "the bill of materials has no components");
  sbom.file = std::move(file);
  sbom.sha256 = sha256_hex(text);
  return sbom;
}

Result<Sbom> load_sbom(const std::filesystem::path& path) {
  SLUICE_TRY(MappedFile file, MappedFile::open(path));
  return parse_sbom(path.string(), file.bytes());
}

namespace {

// "org.apache:log4j-core", "@angular/core" -> the last part.
std::string_view last_part(std::string_view name) {
  auto end = name.find_last_of("/:");
  return end == std::string_view::npos ? name : name.substr(end + 1);
}

bool is_named(const SbomComponent& component, std::string_view wanted) {
  if (!wanted.starts_with("pkg:")) {
    std::string known = to_lower(component.name), asked = to_lower(wanted);
    return known == asked || last_part(known) == asked;
  }
  std::string asked = to_lower(purl_without_version(wanted));
  if (!component.purl.empty()) return to_lower(purl_without_version(component.purl)) == asked;
  return to_lower(last_part(component.name)) == last_part(asked);
}

}  // namespace

bool is_component(const SbomComponent& component, std::string_view wanted, const VersionRange* affected) {
  bool is_it = is_named(component, wanted);
  // Of a component without a version nobody can say that it is another one.
  return is_it && (!affected || component.version.empty() || affected->contains(component.version));
}

}  // namespace sluice::gate
