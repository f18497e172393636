// cli/rules_explain.h - `sluice rules explain RULE`: the page of one rule, offline.
#pragma once
#include <string>
#include <vector>

#include "base/exit_code.h"

namespace sluice {

// `rule_id` may be the end of an id, behind a dot. Without `configs` the built-in rules.
ExitCode run_rules_explain(const std::string& rule_id, const std::vector<std::string>& configs);

}  // namespace sluice
