#include "gate/baseline.h"

#include <algorithm>

#include "base/digest.h"
#include "base/file.h"
#include "sarif/json.h"
#include "sarif/reader.h"

namespace sluice::gate {
namespace {

// gate/import_to_sarif.cpp and report/decision_sarif.cpp write it.
constexpr std::string_view kVulnerability = "sluiceVulnerability/v1";

// What only a decision set aside (report/decision_sarif.cpp says so) is open: that somebody accepted it until some day
// does not make a comment in the code known that hides it for ever.
bool is_suppressed_by_tool(const sarif::Result& result) {
  if (!sarif::is_suppressed(result)) return false;
  return std::ranges::any_of(*result.suppressions, [](const sarif::Suppression& one) {
    return one.status.value_or(sarif::SuppressionStatus::Accepted) == sarif::SuppressionStatus::Accepted && !one.properties.text("sluice/setAside");
  });
}

// Results that say nothing is wrong are no finding that could be known.
bool is_finding(const checklists::ScanResult& result) {
  bool says_it = result.kind == sarif::Kind::Fail || result.kind == sarif::Kind::Open || result.kind == sarif::Kind::Review;
  return says_it && result.baseline != sarif::BaselineState::Absent;
}

}  // namespace

Baseline make_baseline(const sarif::Log& log, std::string file, std::string sha256) {
  Baseline baseline;
  checklists::Scan scan = checklists::resolve_scan(log, file, sha256);
  for (std::size_t r = 0; r < scan.runs.size(); ++r)
    for (std::size_t i = 0; i < scan.runs[r].results.size(); ++i) {
      const checklists::ScanResult& result = scan.runs[r].results[i];
      if (!is_finding(result)) continue;
      bool is_suppressed = is_suppressed_by_tool((*log.runs[r].results)[i]);
      ++(is_suppressed ? baseline.suppressed_results : baseline.open_results)[result.identity];
      auto& known = is_suppressed ? baseline.suppressed : baseline.open;
      known.insert(result.identity);
      if (auto identity = (*log.runs[r].results)[i].partial_fingerprints.text(kVulnerability)) known.insert(*identity);
    }
  baseline.file = std::move(file);
  baseline.sha256 = std::move(sha256);
  return baseline;
}

Result<Baseline> load_baseline(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  SLUICE_TRY(sarif::Log log, sarif::read_log(path.string(), text));
  if (log.runs.empty()) return fail({path.string(), 1, 1}, "baseline-empty", "the log has no runs: nothing in it can have been known");
  return make_baseline(log, path.string(), sha256_hex(text));
}

void compare_with(const Baseline& baseline, std::vector<checklists::Scan>& scans) {
  for (checklists::Scan& scan : scans) {
    std::unordered_map<std::string, std::size_t> seen, seen_suppressed;
    for (checklists::ScanRun& run : scan.runs)
      for (checklists::ScanResult& result : run.results) {
        if (result.baseline == sarif::BaselineState::Absent) continue;
        auto count_of = [&](const auto& counts) {
          auto found = counts.find(result.identity);
          return found == counts.end() ? std::size_t{0} : found->second;
        };
        std::size_t open = count_of(baseline.open_results), suppressed = count_of(baseline.suppressed_results);
        // What was suppressed and is open now was known, too.
        bool is_known = ++seen[result.identity] <= open + suppressed;
        result.baseline = is_known ? sarif::BaselineState::Unchanged : sarif::BaselineState::New;
        result.suppression_known = result.suppressed && ++seen_suppressed[result.identity] <= suppressed;
      }
  }
}

}  // namespace sluice::gate
