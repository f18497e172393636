// base/id.h - small typed names for things that sit in one table.
//
// Things that live as long as the run are named by a 32-bit index with a type of
// its own, so that a SourceId cannot be passed where a NameId is wanted:
//
//   using SourceId = Id<struct SourceTag>;
#pragma once
#include <compare>
#include <cstdint>

namespace sluice {

template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t index = kNone;
  constexpr bool valid() const { return index != kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace sluice
