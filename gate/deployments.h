// gate/deployments.h - which customer runs which version, where: the other half of "who is affected?".
//
//   deployments:
//     - customer: Acme
//       contact: security@acme.example
//       instance: acme-prod
//       region: eu-central-1
//       version: 4.1.3
//       since: 2026-05-01        # the day it was brought to that version; optional
//
// or the same as CSV with the columns customer, contact, instance, region, version, since.
// An instance stands once; a column or key that is not known is refused.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace sluice::gate {

struct Deployment {
  std::string customer, contact, instance, region, version;
  std::optional<Date> since;
  Place place;
};

struct Deployments {
  std::vector<Deployment> list;  // by customer, then instance
  std::string file, sha256;
};

Result<Deployments> load_deployments(const std::filesystem::path& path);
// CSV when the first character is neither of YAML's: told by its header.
Result<Deployments> parse_deployments(std::string file, std::string_view text);

}  // namespace sluice::gate
