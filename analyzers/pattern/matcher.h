// analyzers/pattern/matcher.h - finds where a pattern matches in a Unit.
//
// A pattern node and a code node are compared kind by kind, role by role; how the
// children of a role meet is the ChildMode the pattern was compiled with
// (analyzers/pattern/child_rules.cpp). `...` makes several ways possible, and all
// are found: the search goes on through a continuation and undoes its bindings.
//
// The work is counted in steps. A pattern that meets its bound in a file has no
// matches there and says so; counted, not timed, so that the same file gives the
// same result on every machine.
#pragma once
#include <cstdint>
#include <vector>

#include "analyzers/pattern/bindings.h"
#include "analyzers/pattern/pattern.h"
#include "analyzers/pattern/unit_index.h"

namespace sluice {

struct PatternMatch {
  ByteRange range;
  Bindings bindings;
  NodeId node;  // the node that matched, or the first statement of a sequence
};

struct PatternMatches {
  std::vector<PatternMatch> list;  // by range, then in order of discovery
  bool gave_up = false;            // the bound was met: the list is empty and says nothing
  std::uint64_t steps = 0;         // what it took
};

// Two to three milliseconds of work; real patterns stay below a thousandth of it.
inline constexpr std::uint64_t kStepsPerPattern = 4'000'000;
inline constexpr std::size_t kMatchesPerPattern = 20'000;

PatternMatches find_matches(const Pattern& pattern, const Unit& unit, const UnitIndex& index,
                            std::uint64_t max_steps = kStepsPerPattern);

}  // namespace sluice
