// analyzers/scan/idle_sinks.h - sinks that no data can be in: `require("fs")`, `path.join(__dirname, "views")`.
//
// Rules whose sinks are calls that every file makes would have the flow of nearly every function looked at
// for nothing. Such a sink is told from the tree alone: it holds literals, what imports bind, and calls of
// what neither the file nor, as far as it is asked, the program defines.
#pragma once
#include <vector>

#include "analyzers/flow/engine/rule_points.h"
#include "analyzers/pattern/rule.h"
#include "analyzers/unit/unit.h"

namespace sluice {

// Takes them out of `matches`, which are of `unit`. `rules`: all, by their numbers in `matches`.
// `is_alone`: no other file is part of the program, so that what a call of an unknown function gives is nobody's data.
void drop_idle_sinks(const Unit& unit, const std::vector<Rule>& rules, bool is_alone, std::vector<flow::EndpointMatch>& matches);

}  // namespace sluice
