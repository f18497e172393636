// analyzers/scan/secret_mask.h - a file's text as reports may show it: without the secrets found in it.
//
// A report is read by more people than the code is, and kept longer: a secret that was
// found must not stand in it whole, neither in its own result nor in that of the line
// below, whose context shows it too. So all snippets of a file come from a text of the
// same length in which the lines of such findings are blotted out: from a few
// characters behind the finding's begin, for a rule may match what leads to the secret
// (`Password=`) and leave the secret itself behind the match.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/finding.h"

namespace sluice {

// Whether what the rule finds is a secret: by its CWEs (hard-coded and stored credentials).
bool finds_secrets(const RuleInfo& rule);

// `text` with `*` for every byte but line breaks from `kShownOfSecret` bytes after each
// range's begin to the end of the range's last line.
inline constexpr std::size_t kShownOfSecret = 4;
std::string mask_secrets(std::string_view text, const std::vector<ByteRange>& secrets);

// A rule's message may repeat what it matched: `matched`, and what stands in quotes in it, become `***`.
std::string mask_message(std::string message, std::string_view matched);

}  // namespace sluice
