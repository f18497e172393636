// cli/rule_packs.h - the rule packs that the program carries.
#pragma once
#include <span>

#include "analyzers/scan/load_rules.h"

namespace sluice {
std::span<const RulePack> rule_packs();
// The marked code beside their rules, by path, and `weaknesses.md`.
std::span<const EmbeddedFile> rule_page_files();
// What libraries do with data (analyzers/flow/models.h).
std::span<const EmbeddedFile> model_files();
}
