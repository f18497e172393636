// analyzers/scan/mask_secrets.h - what was found as a secret is never shown whole.
//
// A report travels further than the code it is about. For rules about credentials in
// code (by their CWE) the literals of the match are masked wherever the log shows code
// or a message; the first characters stay, so that a person can tell which one it is.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/finding.h"

namespace sluice {

// True for a rule whose findings are credentials (CWE-798, 259, 321, ...).
bool is_about_secrets(const RuleInfo& rule);
// What in a match may be the secret: the content of its quoted parts; without quotes,
// its long words.
std::vector<std::string> secrets_in(std::string_view matched);
std::string masked(std::string text, const std::vector<std::string>& secrets);

}  // namespace sluice
