#include "base/cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/build_id.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/version.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigestLength = 64;

bool is_hex(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// `ab/` and 62 more digits of the key, or a temporary of it (write_file_atomically): nothing else in
// the folder is ours to delete.
bool is_entry(const fs::path& path) {
  constexpr std::size_t kFolder = 2, kName = kDigestLength - kFolder, kTemporary = kName + 7;
  std::string folder = path.parent_path().filename().string(), name = path.filename().string();
  if (folder.size() != kFolder || !is_hex(folder) || name.size() < kName || !is_hex(std::string_view(name).substr(0, kName))) return false;
  return name.size() == kName || (name.size() == kTemporary && name[kName] == '.');
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

Cache Cache::of_user() {
  // A relative path would be one in the scanned tree.
  if (std::string own = variable("SLUICE_CACHE"); !own.empty()) return own == "off" || !fs::path(own).is_absolute() ? Cache() : Cache(own);
  if (fs::path base = variable("XDG_CACHE_HOME"); base.is_absolute()) return Cache(base / "sluice");
  if (fs::path home = variable("HOME"); home.is_absolute()) return Cache(home / ".cache" / "sluice");
  return Cache();
}

fs::path Cache::path_of(std::string_view key) const { return folder_ / std::string(key.substr(0, 2)) / std::string(key.substr(2)); }

std::optional<std::string> Cache::get(std::string_view key) const {
  if (!is_kept()) return std::nullopt;
  fs::path path = path_of(key);
  auto bytes = read_file(path);
  if (!bytes || bytes->size() < kDigestLength) return std::nullopt;
  std::string content = bytes->substr(kDigestLength);
  if (sha256_hex(content) != std::string_view(*bytes).substr(0, kDigestLength)) return std::nullopt;
  std::error_code not_told;
  fs::last_write_time(path, fs::file_time_type::clock::now(), not_told);  // it is in use: others go first
  return content;
}

void Cache::put(std::string_view key, std::string_view bytes) const {
  if (!is_kept()) return;
  fs::path path = path_of(key);
  std::error_code error;
  // What is kept may quote code, and secrets in it: a folder that we make is its owner's alone.
  if (fs::create_directories(folder_, error)) fs::permissions(folder_, fs::perms::owner_all, error);
  fs::create_directories(path.parent_path(), error);
  if (error) return;
  if (write_file_atomically(path, sha256_hex(bytes) + std::string(bytes))) drop_oldest();
}

void Cache::drop_oldest() const {
  struct Entry {
    fs::file_time_type used;
    std::uintmax_t size;
    fs::path path;
  };
  std::vector<Entry> entries;
  std::uintmax_t total = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;  // another process may have dropped it
    if (it.depth() != 1 || !it->is_regular_file(gone) || gone || it->is_symlink(gone) || !is_entry(it->path())) continue;
    Entry entry{it->last_write_time(gone), it->file_size(gone), it->path()};
    if (gone) continue;
    total += entry.size;
    entries.push_back(std::move(entry));
  }
  std::ranges::sort(entries, {}, &Entry::used);
  for (const Entry& entry : entries) {
    if (total <= max_bytes_) return;
    if (fs::remove(entry.path, error)) total -= entry.size;
  }
}

std::string cache_key(std::initializer_list<std::string_view> parts) {
  static const std::string program = std::string(kVersion) + " " + build_id();
  std::string all = program;
  for (std::string_view part : parts) all += fmt::format("\n{}:{}", part.size(), part);
  return sha256_hex(all);
}

}  // namespace sluice
