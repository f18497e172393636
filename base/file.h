// base/file.h - reading and writing whole files.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice {

// The bytes of a regular file. Errors: missing, a directory, unreadable.
Result<std::string> read_file(const std::filesystem::path& path);

// Writes to a temporary beside `path`, then renames: readers see the old file or
// the new one, never half of one, and a failed write leaves nothing behind. A file that
// was there keeps its mode.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

// Line and column (1-based, in bytes) of a byte offset in `text`.
Place place_of(std::string_view file, std::string_view text, std::size_t offset);

}  // namespace sluice
