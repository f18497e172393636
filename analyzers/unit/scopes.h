// analyzers/unit/scopes.h - which declaration a name means.
//
//   def f(x):        x declares itself
//       y = x        x means the parameter
//       def g(x):    another x
//
// A declaration is the Name node where a variable, parameter, function or class is first
// named in its scope. Two names with different declarations are different things, even if
// they are spelled alike; a name without one (a field, a global of another file, an import)
// is known by its spelling only.
//
// Scopes are those of the language as far as they matter here: functions for Python, Ruby,
// PHP and Bash, blocks elsewhere; `var` of JavaScript belongs to the function as well.
//
// Not here: what imports mean (imports.h), what values are (constants.h).
#pragma once
#include <cstdint>
#include <vector>

#include "analyzers/source/language.h"
#include "analyzers/unit/unit.h"

namespace sluice {

// By node: the declaring Name, NodeId::kNone where there is none or the node is no name.
std::vector<std::uint32_t> resolve_scopes(const Unit& unit);

// The names that a target of an assignment, a parameter or a loop variable gives a value to,
// in order: of `[a, {b: c}]` a and c. Members and elements are no names.
void collect_target_names(const Unit& unit, NodeId target, std::vector<NodeId>& names);

// What JavaScript's definition (a VarDef, or the ForEach of `for (var x of y)`) begins with: `var`,
// `let` or `const`; empty where it is none of them (a field of a class).
std::string_view definition_word(const Unit& unit, NodeId definition);

// True where variables belong to functions, not to blocks, and an assignment declares.
bool has_function_scopes(Language language);

}  // namespace sluice
