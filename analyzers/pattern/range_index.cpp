#include "analyzers/pattern/range_index.h"

#include <algorithm>

namespace sluice::formula {

RangeIndex::RangeIndex(const Ranges& ranges) : ranges_(ranges) {
  for (std::uint32_t i = 0; i < ranges.size(); ++i) (ranges[i].kind == RangeKind::Anywhere ? anywhere_ : order_).push_back(i);
  std::ranges::stable_sort(order_, {}, [this](std::uint32_t i) { return ranges_[i].bytes.begin; });
  std::uint32_t farthest = 0;
  for (std::uint32_t i : order_) farthest_.push_back(farthest = std::max(farthest, ranges[i].bytes.end));
}

const std::vector<std::uint32_t>& RangeIndex::meeting(ByteRange bytes) {
  found_ = anywhere_;
  auto begins_later = std::ranges::upper_bound(order_, bytes.end, {}, [this](std::uint32_t i) { return ranges_[i].bytes.begin; });
  for (auto at = begins_later; at != order_.begin();) {
    --at;
    if (farthest_[static_cast<std::size_t>(at - order_.begin())] < bytes.begin) break;  // nor does any before it reach so far
    if (ranges_[*at].bytes.end >= bytes.begin) found_.push_back(*at);
  }
  std::ranges::sort(found_);
  return found_;
}

}  // namespace sluice::formula
