// analyzers/scan/analyze_file.h - one Source against all rules.
#pragma once
#include <cstdint>
#include <vector>

#include "analyzers/scan/suppressions.h"
#include "analyzers/finding.h"
#include "analyzers/pattern/rule_set.h"
#include "base/diagnostics.h"

namespace sluice::clang {
class Session;
}

namespace sluice {

// A pair of file and rule that was not finished; everything else of both counts.
struct SkippedPair {
  std::string path, rule_id, reason;
  friend auto operator<=>(const SkippedPair&, const SkippedPair&) = default;
};

struct FileAnalysis {
  std::vector<Finding> findings;  // by place, then rule
  Diagnostics diagnostics;
  std::vector<SkippedPair> skipped_pairs;
  bool was_parsed = false;        // false: no rule could match, so no tree was made
  std::uint64_t unread_bytes = 0; // in places the parser could not read
};

struct FileOptions {
  const clang::Session* clang = nullptr;  // C and C++ get types on their Unit, and the checks that need them; null: without
  SuppressionTerms suppressions = {};
};

FileAnalysis analyze_file(const SourceSet& sources, SourceId id, const RuleSet& rules, const FileOptions& options = {});

}  // namespace sluice
