#pragma once

namespace config {
constexpr bool kTrace = false;
inline constexpr int kLevel = 3;
}  // namespace config
