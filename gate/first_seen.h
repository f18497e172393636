// gate/first_seen.h - since when a vulnerability is known, so that its clock cannot be reset.
//
//   first-seen:
//     CVE-2026-12345: 2026-05-01       # a CVE or GHSA id: everywhere it occurs
//     4f0c...64 hex digits: 2026-05-02 # an identity: this vulnerability on this asset
//     CVE-2026-12346: { since: 2026-03-01, fixed: 2026-04-10, again: 2026-08-02 }   # it came back: the clock is the old one
//
// The day a clock starts is the earliest that anything says: this file, the tool's own
// first-seen day, the day of the report it stands in. So a later day in the file does
// not buy time, and neither does a tool that forgot.
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

struct FirstSeen {
  std::map<std::string, Date, std::less<>> days;
  // "fixed 2026-04-10, back 2026-08-02", of those that were gone in between. Told, and nothing else hangs on it.
  std::map<std::string, std::string, std::less<>> history;
  std::string file, sha256;  // empty: there is no such file

  // The earliest day recorded for any of the names.
  std::optional<Date> find(const std::vector<std::string>& names) const;
  std::string history_of(const std::vector<std::string>& names) const;  // empty: none
};

Result<FirstSeen> load_first_seen(const std::filesystem::path& path);
Result<FirstSeen> parse_first_seen(std::string file, std::string_view text);

}  // namespace sluice::gate
