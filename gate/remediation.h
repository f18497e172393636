// gate/remediation.h - what is planned against a vulnerability, as customers are told.
//
//   plans:
//     - ids: [CVE-2026-1000]
//       fixed-in: 4.2.0
//       available: 2026-10-15         # the day the fixed version can be had
//       upgrade-by: 2026-11-01        # the day until which instances should run it
//       workaround: Switch the preview of files off (Settings, Previews)
//       text: Files of unknown origin could run commands on the instance
//       contact: security@vendor.example
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace sluice::gate {

struct RemediationPlan {
  std::vector<std::string> ids;
  std::string fixed_in, workaround, text, contact;  // may be empty but for `fixed_in`
  std::optional<Date> available, upgrade_by;
  Place place;
};

Result<std::vector<RemediationPlan>> load_plans(const std::filesystem::path& path);
Result<std::vector<RemediationPlan>> parse_plans(std::string file, std::string_view text);
// The plan for any of the ids; null: there is none.
const RemediationPlan* find_plan(const std::vector<RemediationPlan>& plans, const std::vector<std::string>& ids);

}  // namespace sluice::gate
