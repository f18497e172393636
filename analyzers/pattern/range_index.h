// analyzers/pattern/range_index.h - finds, among many ranges, those that may meet a given one.
//
// Two ranges of which one is to lie within the other have a byte or an edge in common. Looking
// only at those keeps combining two long lists from taking the product of their lengths.
#pragma once
#include <cstdint>
#include <vector>

#include "analyzers/pattern/range.h"

namespace sluice::formula {

class RangeIndex {
 public:
  explicit RangeIndex(const Ranges& ranges);  // which must outlive the index, and keep its order

  // Indexes of the ranges that overlap or touch `bytes`, and of all that lie Anywhere; ascending.
  // The list is the index's own, good until the next call.
  const std::vector<std::uint32_t>& meeting(ByteRange bytes);

 private:
  const Ranges& ranges_;
  std::vector<std::uint32_t> order_;     // by where they begin
  std::vector<std::uint32_t> farthest_;  // of the first i + 1 in that order: the largest end
  std::vector<std::uint32_t> anywhere_;
  std::vector<std::uint32_t> found_;
};

}  // namespace sluice::formula
