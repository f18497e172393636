// analyzers/pattern/range.h - what a part of a formula yields, and how two of them combine.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analyzers/pattern/bindings.h"

// In a namespace of its own: sluice::Range is lines and columns (source/source.h).
namespace sluice::formula {

// Where a range comes from: that decides what it does beside others.
enum class RangeKind : std::uint8_t {
  Plain,
  Regexp,    // as Plain; denied, it takes away whatever meets it
  Inside,    // surrounds; never the result beside a plain one
  Anywhere,  // gives its bindings, wherever it lies
};

struct Range {
  ByteRange bytes;
  Bindings bindings;
  RangeKind kind = RangeKind::Plain;
  const std::string* fix = nullptr;  // of the formula; lives as long as the rules
};
using Ranges = std::vector<Range>;

inline bool is_within(ByteRange inner, ByteRange outer) { return inner.begin >= outer.begin && inner.end <= outer.end; }

// The range of the two that may be a result when both must hold; null when neither may.
const Range* survivor(const Range& u, const Range& v);
// What both say, with the bindings of both; nothing when they do not agree.
std::optional<Range> intersection(const Agreement& agreement, const Range& u, const Range& v);
// True when `y`, denied, takes `x` away.
bool takes_away(const Agreement& agreement, const Range& y, const Range& x);

}  // namespace sluice::formula
