// cli/scan_explain.h - `sluice scan --explain RULE`: how the rule came to its findings.
#pragma once
#include <string>

#include "analyzers/scan/load_rules.h"
#include "analyzers/source/reader.h"

namespace sluice {

// Prints for each file what every operator of the rule kept and dropped. The id may be the end
// of the rule's own, behind a dot. Fails when there is no such rule, or it has a mistake.
Result<void> explain_scan(const SourceTree& tree, LoadedRules loaded, const std::string& rule_id);

}  // namespace sluice
