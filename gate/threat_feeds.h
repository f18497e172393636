// gate/threat_feeds.h - what is exploited, and what will probably be: KEV and EPSS, as files.
//
// The formats are those of their publishers: CISA's `known_exploited_vulnerabilities.json` and
// FIRST's daily `epss_scores-<day>.csv` (unpacked). Nothing is downloaded: the pipeline fetches
// them, the decision names their digests. What is not certainly such a file and whole (a login page, a
// catalog with fewer entries than it counts, a table that ends inside a row) is refused.
//
// Not here: what they do to deadlines (gate/deadline_terms.h).
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace sluice::gate {

// "CVE-2021-44228" -> 2021 * 2^32 + 44228; nothing for another text.
std::optional<std::uint64_t> cve_number(std::string_view id);

struct KevCatalog {
  std::string file, sha256, version;  // `catalogVersion`
  Date released;
  std::unordered_map<std::uint64_t, Date> listed;  // by cve_number: `dateAdded`
  std::optional<Date> find(std::string_view cve) const;
};

struct EpssScores {
  std::string file, sha256, model;  // `model_version`
  Date scored;
  std::vector<std::pair<std::uint64_t, double>> scores;  // sorted by cve_number
  std::optional<double> find(std::string_view cve) const;
};

Result<KevCatalog> load_kev(const std::filesystem::path& path);
Result<KevCatalog> parse_kev(std::string file, std::string_view text);
// Reads as it goes: 16 bytes a row are kept.
Result<EpssScores> load_epss(const std::filesystem::path& path);
Result<EpssScores> parse_epss(std::string file, std::string_view text);

}  // namespace sluice::gate
