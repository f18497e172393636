// gate/product_version.h - what is kept of a version that was shipped: its reports and bills of materials.
//
//   version: 4.1.3                  # versions/4.1.3.yaml
//   product: Aquila Cloud Suite     # optional
//   released: 2026-05-01            # optional
//   identifiers: [pkg:generic/aquila]
//   first-seen: first_seen.yaml     # files are relative to this one
//   assessments: [trivy=4.1.3/trivy.json]
//   sarif: [4.1.3/scan.sarif]
//   vex: [4.1.3/vex.json]
//   sboms: [4.1.3/bom.json]         # CycloneDX or SPDX, as JSON
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace sluice::gate {

struct ProductVersion {
  std::string version, product;
  std::optional<Date> released;
  std::vector<std::string> identifiers;
  std::string first_seen_file;
  std::vector<std::string> assessments, sarif, vex, sboms;  // as written
  std::string file, sha256;
};

// Files, and folders with their *.yaml in the order of names; by version. Each version once.
Result<std::vector<ProductVersion>> load_product_versions(const std::vector<std::filesystem::path>& files_and_folders);
Result<ProductVersion> parse_product_version(std::string file, std::string_view text);

}  // namespace sluice::gate
