// analyzers/pattern/taint_reader.h - the formulas of a taint rule.
//
// Sources, sinks, sanitizers and propagators are formulas with settings of their own. The
// flow between them is not followed yet: they are read so that mistakes in them are told.
#pragma once
#include <vector>

#include "analyzers/pattern/rule.h"
#include "base/yaml.h"

namespace sluice {

bool is_taint_key(std::string_view key);  // `taint`, `pattern-sources`, ...

// All endpoints of the rule, in file order.
std::vector<FormulaText> read_taint(const yaml::Node& rule, Errors& errors);

}  // namespace sluice
