// gate/baseline.h - what was known before: the file that a decision counts new things against.
//
// It is a SARIF log: an analyzer's own, or what `sluice gate --format sarif` wrote at an
// earlier decision, which has results and vulnerabilities alike. Something is known when
// its identity is in that log, whatever file, line, severity or tool version it has now; a
// suppression is known when the log has it suppressed, and not by a waiver or a statement of that decision. A decision lists the file with its
// digest, so that the same inputs give the same answer on a branch and on main.
#pragma once
#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "checklists/scan.h"

namespace sluice::gate {

struct Baseline {
  // Identities; of results how often each occurs, since two equal lines of one function share one.
  std::unordered_map<std::string, std::size_t> open_results, suppressed_results;
  std::unordered_set<std::string> open, suppressed;  // of vulnerabilities and results
  std::string file, sha256;                          // empty: there is none
};

Result<Baseline> load_baseline(const std::filesystem::path& path);
Baseline make_baseline(const sarif::Log& log, std::string file, std::string sha256);

// Gives every result of the scans its baseline state; the states that their logs bring are
// not asked. Of equal results as many are known as the baseline has.
void compare_with(const Baseline& baseline, std::vector<checklists::Scan>& scans);

}  // namespace sluice::gate
