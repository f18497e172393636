// cli/scan_fixes.h - `sluice scan --autofix`: applies or shows, and says what was done.
#pragma once
#include <vector>

#include "analyzers/pattern/rule.h"
#include "analyzers/source/reader.h"

namespace sluice {

struct FixOutcome {
  bool changes_files = false;
};

// Writes the fixed files; what was fixed and what was refused goes to standard error.
FixOutcome fix_files(const SourceTree& tree, std::vector<Rule> rules, unsigned jobs);
// Prints the changes to standard output as a unified diff and writes nothing.
FixOutcome show_fixes(const SourceTree& tree, std::vector<Rule> rules, unsigned jobs);

}  // namespace sluice
