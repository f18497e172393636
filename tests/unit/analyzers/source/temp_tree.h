// A folder for one test, gone when the test is.
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/source/discovery.h"

namespace sluice::test {

class TempTree {
 public:
  TempTree() {
    std::string pattern = (std::filesystem::temp_directory_path() / "sluice-source-XXXXXX").string();
    path_ = std::filesystem::canonical(::mkdtemp(pattern.data()));
  }
  ~TempTree() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempTree(const TempTree&) = delete;
  TempTree& operator=(const TempTree&) = delete;

  std::string path() const { return path_.string(); }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

  void write(std::string_view name, std::string_view bytes = "x\n") const {
    std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
  }
  void folder(std::string_view name) const { std::filesystem::create_directories(path_ / name); }
  void link(std::string_view name, std::string_view target) const { std::filesystem::create_symlink(target, path_ / name); }

 private:
  std::filesystem::path path_;
};

// The paths in that state, in order.
inline std::vector<std::string> paths(const Discovery& discovery, FileState state = FileState::Scanned) {
  std::vector<std::string> out;
  for (const DiscoveredFile& file : discovery.files)
    if (file.state == state) out.push_back(file.path);
  return out;
}

inline const DiscoveredFile* find(const Discovery& discovery, std::string_view path) {
  for (const DiscoveredFile& file : discovery.files)
    if (file.path == path) return &file;
  return nullptr;
}

// Discovers, or fails the test.
Discovery discover_all(const std::vector<std::string>& arguments, const DiscoveryOptions& options = {}, const std::string& current = "/");

// Runs a shell command; its standard output. Git sees no configuration of this machine.
std::string run(const std::string& command);

}  // namespace sluice::test
