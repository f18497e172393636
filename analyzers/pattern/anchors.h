// analyzers/pattern/anchors.h - names that must stand within whatever a part of a pattern matches.
//
//   def $F(...):          a function without the name `query` in it is not
//     ...                 searched statement by statement
//     $S.query($X)
//
// What Pattern::words are to a file, these are to a piece of its tree (UnitIndex::mentions), so a
// pattern is tried only where it can lead to something. Conservative: a name that code can mean
// without saying it (the `os` of `os.system` after `from os import system`) is no anchor.
#pragma once
#include "analyzers/pattern/pattern.h"

namespace sluice {

// Fills in Pattern::anchors and Pattern::texts. `names`: those of the pattern.
void find_anchors(Pattern& pattern, const Names& names);

}  // namespace sluice
