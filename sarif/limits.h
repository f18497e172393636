// sarif/limits.h - how much GitHub code scanning takes.
// Source: github/docs, data/reusables/code-scanning/sarif-limits.md, and the support page
// for the lengths of texts.
#pragma once
#include <cstddef>

namespace sluice::sarif {

struct Limit {
  std::size_t refused;  // an upload with more is refused
  std::size_t shown;    // what goes beyond is dropped silently
};

namespace limits {
inline constexpr Limit kRuns{20, 20};
inline constexpr Limit kResults{25'000, 5'000};    // per run
inline constexpr Limit kRules{25'000, 25'000};     // per run
inline constexpr Limit kExtensions{100, 100};      // per run
inline constexpr Limit kFlowSteps{10'000, 1'000};  // per result
inline constexpr Limit kLocations{1'000, 100};     // per result
inline constexpr Limit kTags{20, 10};              // per rule
inline constexpr std::size_t kGzipBytes = 10 * 1024 * 1024;
inline constexpr std::size_t kDescriptionBytes = 1024;
inline constexpr std::size_t kNameBytes = 255;
}  // namespace limits
}  // namespace sluice::sarif
