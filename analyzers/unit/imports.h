// analyzers/unit/imports.h - what a name means after the file's imports.
//
// `from os import system as s; s(x)`: the Name `s` means `os.system`. A rule
// that says `os.system(...)` then matches both ways of writing it.
//
// Scopes are not looked at: a local variable that shadows an import is taken for
// the import, as users of the rule language expect textual names to match.
#pragma once
#include <cstdint>
#include <unordered_map>

#include "analyzers/unit/names.h"

namespace sluice {
class Unit;
// For each Name or Member node whose meaning differs from its spelling: the
// dotted name it means, interned in `names`. The unit's imports are read from its
// Import nodes and, for JavaScript, from `require` calls.
std::unordered_map<std::uint32_t, NameId> resolve_imports(const Unit& unit, Names& names);
}  // namespace sluice
