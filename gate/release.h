// gate/release.h - the version that wants to go out, and where it was tried.
//
//   product: Aquila Cloud Suite
//   version: 4.2.0
//   commit: 3f1c...                 # of the code
//   build: sha256:9a0b...           # of what is deployed
//   previous-active: 4.1.3          # the Active version it replaces; optional
//   shipped: { 4.1.3: 2026-08-01 }  # when earlier versions shipped; optional, `new-since` of a policy needs it
//   ship-date: 2026-10-15           # planned; optional
//   sandbox:                        # needed for an assessment to be matched; optional
//     name: sbx-eu-1
//     build: sha256:9a0b...         # what runs there
//     deployed: 2026-09-20T10:00:00Z
//     assets: [10.20.0.11, web.sbx-eu-1.example]   # hosts, addresses, images that are the sandbox
//   identifiers: [pkg:generic/aquila]   # how VEX names the product, without version; optional
//   active-assessments: [trivy=active/trivy.json]   # what the Active version has, relative to this file; optional
//   first-seen: first_seen.yaml     # relative to this file; optional (gate/first_seen.h)
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace sluice::gate {

struct Sandbox {
  std::string name;
  std::string build;
  Instant deployed;
  std::vector<std::string> assets;
};

struct Release {
  std::string product, version, commit, build;
  std::string previous_active;  // may be empty
  std::map<std::string, Date, std::less<>> shipped;
  std::optional<Date> ship_date;
  std::optional<Sandbox> sandbox;
  std::vector<std::string> identifiers;
  std::vector<std::string> active_assessments;  // `tool=file` or a file alone, as written
  std::string first_seen_file;  // as written; empty: none
  std::string file;             // as the user named it
  std::string sha256;
};

Result<Release> load_release(const std::filesystem::path& path);
Result<Release> parse_release(std::string file, std::string_view text);

}  // namespace sluice::gate
