#include "base/memory_limit.h"

#include <algorithm>
#include <fstream>
#include <string>

namespace sluice {
namespace {

namespace fs = std::filesystem;

// A group without a limit says `max` (version 2), or a number that no machine has (version 1).
std::optional<std::uint64_t> limit_in(const fs::path& file) {
  constexpr std::uint64_t kNoMachine = std::uint64_t{1} << 56;
  std::uint64_t bytes = 0;
  if (!(std::ifstream(file) >> bytes) || bytes >= kNoMachine) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::uint64_t> memory_limit(const fs::path& membership, const fs::path& mount) {
  std::optional<std::uint64_t> tightest;
  auto look_at = [&](const fs::path& file) {
    if (auto limit = limit_in(file)) tightest = tightest ? std::min(*tightest, *limit) : *limit;
  };
  // A line is `number:controllers:path`; version 2 has number 0 and no controllers.
  std::ifstream lines(membership);
  for (std::string line; std::getline(lines, line);) {
    std::size_t first = line.find(':'), second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    std::string controllers = line.substr(first + 1, second - first - 1);
    bool is_second_version = controllers.empty();
    if (!is_second_version && ("," + controllers + ",").find(",memory,") == std::string::npos) continue;
    // In a container the path may be the host's, while the mount shows the container's group as its root.
    for (fs::path group = fs::path(line.substr(second + 1)).relative_path();; group = group.parent_path()) {
      if (is_second_version) {
        look_at(mount / group / "memory.max");
        look_at(mount / "unified" / group / "memory.max");
      } else {
        look_at(mount / "memory" / group / "memory.limit_in_bytes");
      }
      if (group.empty()) break;
    }
  }
  return tightest;
}

}  // namespace sluice
