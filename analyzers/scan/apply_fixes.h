// analyzers/scan/apply_fixes.h - the text of a file with its findings fixed.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/finding.h"

namespace sluice {
// Findings of one file, by place. Of fixes that overlap the first is applied; a finding
// that is suppressed is not fixed. Further lines of a fix are indented as its first.
std::string apply_fixes(std::string_view text, const std::vector<Finding>& findings);
}  // namespace sluice
