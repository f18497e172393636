#include "analyzers/flow/engine/dependencies.h"

#include <algorithm>

namespace sluice::flow {

void Dependencies::add(const Dependencies& other) {
  entries_.insert(entries_.end(), other.entries_.begin(), other.entries_.end());
  tidy();
}

void Dependencies::tidy() {
  std::ranges::sort(entries_);
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  limit_ = std::max<std::size_t>(256, entries_.size() * 2);
}

std::vector<std::uint32_t> Dependencies::of(Kind kind) const {
  std::vector<std::uint32_t> found;
  for (std::uint64_t entry : entries_)
    if (static_cast<Kind>(entry >> 32) == kind) found.push_back(static_cast<std::uint32_t>(entry));
  return found;
}

bool ProgramView::has_labels(std::uint16_t rule, const LabelExpression& needs, std::span<const Taint> taints) const {
  for (const Taint& taint : taints)
    if (seen_ && taint.atom.is_point()) seen_->note_file(program_.function(taint.atom.function()).file);
  return program_.has_labels(rule, needs, taints);
}

}  // namespace sluice::flow
