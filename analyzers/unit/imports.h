// analyzers/unit/imports.h - what a name means after the file's imports.
//
// `from os import system as s; s(x)`: the Name `s` means `os.system`. A rule
// that says `os.system(...)` then matches both ways of writing it.
//
// An import holds from where it stands; a later one of the same name takes its place, and one
// in a function ends with the function. Variables and parameters of functions hide imports.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analyzers/unit/names.h"

namespace sluice {
class Unit;

struct Imports {
  // For each Name or Member node whose meaning differs from its spelling, and for a variable that
  // is a `require`: the dotted name it means, interned in the unit's names.
  std::unordered_map<std::uint32_t, NameId> canonical;
  // The modules of which all names are imported (`from m import *`).
  std::vector<NameId> wildcards;
};

// The unit's imports are read from its Import nodes and, for JavaScript, from `require` calls.
// The unit's declarations (scopes.h) must be there.
Imports resolve_imports(const Unit& unit, Names& names);
}  // namespace sluice
