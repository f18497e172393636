// gate/sbom.h - what a version is made of, so that a new weakness of a component can be placed without a scan.
//
// CycloneDX (JSON) and SPDX 2.x (JSON). Not here: vulnerabilities in a CycloneDX document (gate/importers/).
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gate/version_range.h"

namespace sluice::gate {

struct SbomComponent {
  std::string name, version, purl;
};

struct Sbom {
  std::string file, sha256, format;  // "CycloneDX", "SPDX"
  std::vector<SbomComponent> components;  // in the order of the file
  bool is_incomplete = false;             // it says itself that it may lack some
};

Result<Sbom> load_sbom(const std::filesystem::path& path);
Result<Sbom> parse_sbom(std::string file, std::string_view text);

// `wanted`: a name, with or without its group, or a purl with or without version. `affected`: null: every version. When in
// doubt it is: of a component without a version, or of one that is known by its name alone where a purl is wanted.
bool is_component(const SbomComponent& component, std::string_view wanted, const VersionRange* affected);

}  // namespace sluice::gate
