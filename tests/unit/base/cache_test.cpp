#include "base/cache.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "base/archive.h"

using namespace sluice;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path;
  Folder() : path(fs::temp_directory_path() / "sluice-cache-test-XXXXXX") {
    std::string text = path.string();
    path = ::mkdtemp(text.data());
  }
  ~Folder() { fs::remove_all(path); }
};

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  return files;
}

using Values = std::vector<std::pair<std::string, std::optional<std::int64_t>>>;

}  // namespace

TEST_CASE("a cache gives back what was put, by its key", "[base]") {
  Folder folder;
  Cache cache(folder.path / "new");
  std::string key = cache_key({"a", "b"});
  CHECK_FALSE(cache.get(key));
  cache.put(key, std::string("bytes\0more", 10));
  CHECK(cache.get(key) == std::string("bytes\0more", 10));
  CHECK_FALSE(cache.get(cache_key({"ab"})));
  CHECK(cache_key({"a", "b"}) != cache_key({"ab", ""}));
}

TEST_CASE("a folder that the cache makes is its owner's alone, one that was there keeps its mode", "[base]") {
  Folder folder;
  Cache(folder.path / "new").put(cache_key({"a"}), "secret");
  CHECK(fs::status(folder.path / "new").permissions() == fs::perms::owner_all);
  const fs::perms open = fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec;
  fs::permissions(folder.path, open);
  Cache(folder.path).put(cache_key({"a"}), "secret");
  CHECK(fs::status(folder.path).permissions() == open);
}

TEST_CASE("a damaged entry is none", "[base]") {
  Folder folder;
  Cache cache(folder.path);
  std::string key = cache_key({"x"});
  cache.put(key, "some bytes that matter");
  std::vector<fs::path> files = files_below(folder.path);
  REQUIRE(files.size() == 1);
  SECTION("cut short") { fs::resize_file(files[0], fs::file_size(files[0]) - 1); }
  SECTION("cut to nothing") { fs::resize_file(files[0], 0); }
  SECTION("changed") {
    std::fstream file(files[0], std::ios::in | std::ios::out);
    file.seekp(-1, std::ios::end);
    file.put('!');
  }
  CHECK_FALSE(cache.get(key));
  cache.put(key, "anew");
  CHECK(cache.get(key) == "anew");
}

TEST_CASE("entries that were not used for longest go first", "[base]") {
  Folder folder;
  Cache cache(folder.path, 3000);
  std::string old = cache_key({"old"}), used = cache_key({"used"}), fresh = cache_key({"new"});
  auto age = [&](const std::string& key, int hours) {
    fs::last_write_time(folder.path / key.substr(0, 2) / key.substr(2), fs::file_time_type::clock::now() - std::chrono::hours(hours));
  };
  cache.put(old, std::string(1200, 'o'));
  age(old, 2);
  cache.put(used, std::string(1200, 'u'));
  age(used, 5);
  REQUIRE(cache.get(used));  // makes it the younger one
  cache.put(fresh, std::string(1200, 'n'));
  CHECK_FALSE(cache.get(old));
  CHECK(cache.get(used));
  CHECK(cache.get(fresh));
}

TEST_CASE("files of others in the folder of a cache stay", "[base]") {
  Folder folder;
  std::vector<fs::path> others{folder.path / "notes.txt", folder.path / "ab" / "notes.txt", folder.path / "ab" / "cd" / std::string(62, 'a')};
  for (const fs::path& other : others) {
    fs::create_directories(other.parent_path());
    std::ofstream(other) << std::string(2000, 'n');
    fs::last_write_time(other, fs::file_time_type::clock::now() - std::chrono::hours(9));
  }
  Cache cache(folder.path, 1000);
  cache.put(cache_key({"x"}), std::string(2000, 'x'));
  CHECK_FALSE(cache.get(cache_key({"x"})));  // too large itself
  for (const fs::path& other : others) CHECK(fs::exists(other));
}

TEST_CASE("a relative folder is none for a cache", "[base]") {
  const char* before = std::getenv("SLUICE_CACHE");
  std::string kept = before ? before : "";
  ::setenv("SLUICE_CACHE", "some/folder", 1);
  CHECK_FALSE(Cache::of_user().is_kept());
  ::setenv("SLUICE_CACHE", "/some/folder", 1);
  CHECK(Cache::of_user().is_kept());
  before ? ::setenv("SLUICE_CACHE", kept.c_str(), 1) : ::unsetenv("SLUICE_CACHE");
}

TEST_CASE("a cache without a folder keeps nothing", "[base]") {
  Cache none;
  none.put(cache_key({"x"}), "bytes");
  CHECK_FALSE(none.get(cache_key({"x"})));
  Cache unwritable(fs::path("/proc/nowhere"));
  unwritable.put(cache_key({"x"}), "bytes");
  CHECK_FALSE(unwritable.get(cache_key({"x"})));
}

TEST_CASE("an archive reads what was written, and notices when bytes are missing", "[base]") {
  const Values values{{"one", 1}, {"", std::nullopt}, {std::string("z\0z", 3), -7}};
  ArchiveWriter writer;
  writer(values, 2.5, true);
  std::string bytes = std::move(writer).take();
  auto read = [](std::string_view from, Values& out) {
    double real = 0;
    bool flag = false;
    ArchiveReader reader(from);
    reader(out, real, flag);
    return reader.ok() && real == 2.5 && flag;
  };
  Values out;
  CHECK(read(bytes, out));
  CHECK(out == values);
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(read(std::string_view(bytes).substr(0, size), out));
  CHECK_FALSE(read(bytes + "x", out));
  // A length that nobody can have.
  std::string lie = bytes;
  lie.replace(0, 4, "\xff\xff\xff\xff");
  CHECK_FALSE(read(lie, out));
}
