// base/memory_limit.h - how much memory this process may use before the kernel ends it.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

namespace sluice {

// The tightest limit, in bytes, of the control groups (version 1 or 2) that the process is in, its
// own and all above; nothing where none limits it. The arguments are for tests.
std::optional<std::uint64_t> memory_limit(const std::filesystem::path& membership = "/proc/self/cgroup",
                                          const std::filesystem::path& mount = "/sys/fs/cgroup");

}  // namespace sluice
