// analyzers/source/root_folder.h - the scan root as an open folder; nothing outside is ever reached.
//
// Every part of a path is opened by itself and never through a symbolic link, so neither a
// link in the tree nor one that is made while we look leads out. Paths are relative to the
// root, '/' between the parts, "" the root itself.
//
// Not thread-safe for one object; each worker opens its own (`again`).
#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice {

enum class EntryType { File, Folder, Link, Other };  // Other: named pipe, socket, device

struct FolderEntry {
  std::string name;
  EntryType type;
};

struct ReadError {
  enum class Kind { System, NotAFile, TooLarge } kind = Kind::System;
  std::string detail;  // "Permission denied", "named pipe", "6291456 bytes, the limit is 5242880"
};

// Where a symbolic link leads.
struct LinkTarget {
  enum class Kind { File, Folder, Other, Broken, Outside } kind = Kind::Broken;
  std::string path;  // canonical, relative to the root; of File and Folder
};

class RootFolder {
 public:
  // `path` may be reached by links: they are the user's own.
  static Result<RootFolder> open(const std::string& path);
  RootFolder again() const;
  RootFolder(RootFolder&& other) noexcept;
  RootFolder& operator=(RootFolder&& other) noexcept;
  ~RootFolder();

  const std::string& path() const { return path_; }  // absolute, canonical; never printed
  // Sorted by name, bytewise; the error is what the system says.
  std::expected<std::vector<FolderEntry>, std::string> list(const std::string& folder) const;
  // The bytes of a regular file of at most `limit` bytes.
  std::expected<std::string, ReadError> read(const std::string& file, std::uint64_t limit);
  LinkTarget follow(const std::string& link) const;

 private:
  RootFolder(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  int open_folder(std::string_view folder) const;  // -1 and errno

  std::string path_;
  int fd_ = -1;
  // The folder that was read from last: files come in the order of their paths.
  std::string last_folder_;
  int last_fd_ = -1;
};

}  // namespace sluice
