// analyzers/scan/apply_fixes.h - the text of a file with its findings fixed.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/finding.h"

namespace sluice {

// What a fix puts in place of a part of a text.
struct Edit {
  ByteRange range;
  std::string text;
};

// The finding's fix as it is to stand in the text: further lines are indented as the line that
// it begins in, and end as that line does ("\n" or "\r\n").
Edit edit_of(std::string_view text, const Finding& finding);

// `edits` by place; none overlaps another.
std::string with_edits(std::string_view text, const std::vector<Edit>& edits);

// Findings of one file, by place. Of fixes that overlap the first is applied; a finding
// that is suppressed is not fixed.
std::string apply_fixes(std::string_view text, const std::vector<Finding>& findings);

}  // namespace sluice
