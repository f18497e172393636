// analyzers/pattern/rule_archive.h - rule files as bytes, so that YAML is read once.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/pattern/rule.h"

namespace sluice {

// What a file of rules gave: a file, or why it is none.
using ReadRuleFile = Result<RuleFile>;

std::string to_bytes(const std::vector<ReadRuleFile>& files);
// None when these are not the bytes of such a list.
std::optional<std::vector<ReadRuleFile>> rule_files_from_bytes(std::string_view bytes);

}  // namespace sluice
