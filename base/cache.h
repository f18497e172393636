// base/cache.h - results that are worth keeping between two runs, found by what they were made of.
//
// An entry's key is a digest of everything that its bytes depend on, the program's version
// included, so an entry is never out of date: it is there or it is not. Deleting the folder costs
// time and nothing else. Entries that are damaged count as not there. Any number of processes may
// use one folder: an entry is written under another name and renamed.
//
// Where: $SLUICE_CACHE, else $XDG_CACHE_HOME/sluice, else ~/.cache/sluice. `SLUICE_CACHE=off`: nowhere.
// A scanned tree never says where: what stands there would be believed.
#pragma once
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace sluice {

class Cache {
 public:
  // In the folder that the environment names; without one nothing is kept.
  static Cache of_user();
  // `max_bytes`: of all entries together; beyond that those go that were not used for longest.
  explicit Cache(std::filesystem::path folder, std::uintmax_t max_bytes = 500'000'000) : folder_(std::move(folder)), max_bytes_(max_bytes) {}
  Cache() = default;  // keeps nothing

  bool is_kept() const { return !folder_.empty(); }
  std::optional<std::string> get(std::string_view key) const;
  // A cache that cannot be written is slow, not wrong: failures are not told.
  void put(std::string_view key, std::string_view bytes) const;

 private:
  std::filesystem::path path_of(std::string_view key) const;
  void drop_oldest() const;
  std::filesystem::path folder_;
  std::uintmax_t max_bytes_ = 0;
};

// A key of these parts and of this program's version.
std::string cache_key(std::initializer_list<std::string_view> parts);

}  // namespace sluice
