// analyzers/scan/explain_rule.h - why a rule matches a file, or does not: `sluice scan --explain`.
//
//   rule `no-eval` on app.py: 1 finding
//     patterns
//       pattern `eval($X)`: 2 ranges
//         + 2:1-2:8  $X = `a`
//         + 3:1-3:11  $X = `"1"`
//       pattern-not `eval("...")`: 1 range
//         + 3:1-3:11
//       → pattern-not: 1 kept
//         - 3:1-3:11  $X = `"1"`: taken away by 3:1-3:11
//
// `+` is a range that an operator gave, `-` one that was dropped, with the clause and the reason.
#pragma once
#include <string>

#include "analyzers/pattern/rule_set.h"
#include "analyzers/source/source.h"

namespace sluice {

// The first rule of the set, on one file. `title` is what it is called there. The text has what the file says in it: escape it.
std::string explain_rule(const Source& source, const RuleSet& rules, const std::string& title);

}  // namespace sluice
