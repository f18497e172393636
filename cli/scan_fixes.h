// cli/scan_fixes.h - `sluice scan --autofix`: applies or shows, and says what was done.
#pragma once
#include <vector>

#include "analyzers/scan/autofix.h"

namespace sluice {

struct FixOutcome {
  bool changes_files = false;
};

// Writes the fixed files; what was fixed, refused and held back goes to standard error.
FixOutcome fix_files(const SourceTree& tree, std::vector<Rule> rules, unsigned jobs, FixSafety safety);
// Prints the changes to standard output as a unified diff and writes nothing.
FixOutcome show_fixes(const SourceTree& tree, std::vector<Rule> rules, unsigned jobs, FixSafety safety);

}  // namespace sluice
