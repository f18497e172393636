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

// The same for bytes that are made one after the other. What is not committed leaves nothing behind.
class AtomicFile {
 public:
  explicit AtomicFile(std::filesystem::path path);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  void append(std::string_view bytes);  // what fails here is told by commit
  Result<void> commit();                // once, at the end

 private:
  std::filesystem::path path_;
  std::string temporary_;
  int descriptor_ = -1;
  int failure_ = 0;  // the first error number
};

// Line and column (1-based, in bytes) of a byte offset in `text`.
Place place_of(std::string_view file, std::string_view text, std::size_t offset);

}  // namespace sluice
