// analyzers/pattern/formula_reader.h - formulas in YAML become FormulaText.
//
// Two spellings of the same:
//
//   patterns:                               match:
//     - pattern-inside: class $C { ... }      all:
//     - pattern: $O.exec($CMD)                  - inside: class $C { ... }
//     - metavariable-regex:                     - $O.exec($CMD)
//         metavariable: $C                    where:
//         regex: ^Admin                         - {metavariable: $C, regex: ^Admin}
//
// formula_reader.cpp reads the first, match_reader.cpp the second; what conditions say in
// both is read by condition_reader.h. All mistakes are told, each at its place; what is
// returned then is of no use.
//
// To add an operator: an enumerator in rule.h, its keys in both readers, its meaning in
// evaluator.cpp, an annotated file in tests/rules/.
#pragma once
#include <span>
#include <string_view>

#include "analyzers/pattern/rule.h"
#include "base/yaml.h"

namespace sluice {

// Whether a conjunction must have a member that yields ranges. In a condition it starts
// from the whole value of the metavariable instead.
enum class Positive : std::uint8_t { Needed, NotNeeded };

// `pattern`, `patterns`, `pattern-either`, `pattern-regex`: what a rule can have.
bool is_formula_root(std::string_view key);
FormulaText read_formula(const yaml::Pair& root, Positive positive, Errors& errors);

// The value of `match`, or of an operator in it.
FormulaText read_match(const yaml::Node& value, Positive positive, Errors& errors);
// The same for a mapping in which other keys stand, too, which somebody else reads.
FormulaText read_match_beside(std::span<const std::string_view> other_keys, const yaml::Node& value, Positive positive, Errors& errors);
// `pattern`, `regex`, `all`, ... of a condition, which has other keys besides.
bool is_match_operator(std::string_view key);
FormulaText read_match_operator(const yaml::Pair& pair, Positive positive, Errors& errors);

}  // namespace sluice
