// gate/environment.h - what an asset is worth to us: environmental metrics by host, image or component.
//
//   assets:
//     - id: payment
//       hosts: ["pay*.example.org", "10.20.1.*"]      # globs; any of all lists
//       images: ["registry.example.org/pay/**"]
//       components: ["pkg:maven/org.example/ledger"]  # purl without version, or name
//       metrics: CR:H/IR:H/AR:M/MAV:A                 # as in a CVSS vector
//
// The first entry that fits counts. Metrics that a vector's CVSS version does not have are not used
// for it (`MC` is one of 3.x, `MVC` of 4.0; 2.0 has CDP, TD and the three requirements). Whether the
// score may also go down by this is the policy's (`deadlines.environment`).
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "gate/vulnerability.h"

namespace sluice::gate {

struct AssetEnvironment {
  std::string id;
  std::vector<std::string> hosts, images, components;
  std::vector<std::pair<std::string, std::string>> metrics;  // name and value, as written
  std::string text;                                          // the metrics as written
  Place place;
};

struct Environments {
  std::vector<AssetEnvironment> list;
  std::string file, sha256;  // empty: there is no such file
  const AssetEnvironment* find(const Asset& asset, const Component& component) const;
};

Result<Environments> load_environments(const std::filesystem::path& path);
Result<Environments> parse_environments(std::string file, std::string_view text);

// The score of the vector's base metrics in that environment. Nothing when none of the metrics
// belongs to the vector's version, or the vector is none.
std::optional<Score> score_in(const AssetEnvironment& environment, std::string_view vector);

}  // namespace sluice::gate
