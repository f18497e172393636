// analyzers/pattern/taint_reader.h - the formulas of a taint rule, with what is set for each.
//
// Both spellings: `pattern-sources` and its like, and `taint: {sources, ...}`. The flow between
// them is not followed yet.
#pragma once
#include <vector>

#include "analyzers/pattern/rule.h"
#include "base/yaml.h"

namespace sluice {

bool is_taint_key(std::string_view key);  // `taint`, `pattern-sources`, ...

// All endpoints of the rule, in file order.
std::vector<TaintEndpoint> read_taint(const yaml::Node& rule, Errors& errors);

}  // namespace sluice
