// base/mapped_file.h - a large file's bytes without a copy of them in memory.
//
// The kernel pages them in. Of a large file they are also dropped again every few
// milliseconds, by a thread of this object's own: what was read stays in the system's cache at
// most, the process keeps what it reads just now, and no reader needs to know. So a file larger
// than the memory that is allowed can be read from end to end. The file must not be
// truncated while it is mapped: use it for finished files that are read once.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>

#include "base/result.h"

namespace sluice {

class MappedFile {
 public:
  // What is no regular file (a pipe) is read into memory. Errors: missing, a directory, unreadable.
  static Result<MappedFile> open(const std::filesystem::path& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return data_ ? std::string_view(data_, size_) : std::string_view(read_); }

 private:
  MappedFile(const char* data, std::size_t size);
  explicit MappedFile(std::string read) : read_(std::move(read)) {}
  const char* data_ = nullptr;  // null: nothing is mapped
  std::size_t size_ = 0;
  std::string read_;
  std::jthread dropper_;  // ends before the mapping does
};

}  // namespace sluice
