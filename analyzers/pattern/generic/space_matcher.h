// analyzers/pattern/generic/space_matcher.h - where a SpacePattern matches in a text.
//
// From each start the match that ends first: a `...` takes as little as it can, and looks at
// no line further than its span. Of matches that end at one place the shortest is kept, unless
// the pattern ends in `...`: that one goes on to the end of the block, and the longest is kept.
// A pattern that begins with `...` is tried where blocks begin.
//
// What failed at a place is remembered, so that a pattern of many `...` takes parts × tokens
// steps, not their power; a pattern that says a metavariable twice can't be helped that way and
// may meet the step limit.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/pattern/generic/space_pattern.h"
#include "analyzers/pattern/generic/text_blocks.h"
#include "analyzers/unit/unit.h"

namespace sluice {

struct SpaceMatch {
  ByteRange range;
  std::vector<ByteRange> variables;  // as SpacePattern::variables
};

struct SpaceMatches {
  std::vector<SpaceMatch> list;  // by range
  bool met_limit = false;        // not all places were tried
};

inline constexpr std::uint64_t kSpaceSteps = 20'000'000;  // of one pattern in one text

// `max_span`: lines that one `...` may go on below the line it begins in.
SpaceMatches find_space_matches(const SpacePattern& pattern, const TextBlocks& blocks, std::string_view text, std::uint32_t max_span);

}  // namespace sluice
