#include "base/file.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>

using namespace sluice;

namespace {

struct Folder {
  std::string path = "/tmp/sluice-file-test-XXXXXX";
  Folder() { REQUIRE(::mkdtemp(path.data()) != nullptr); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path), {})); }
};

}  // namespace

TEST_CASE("a file is there when it is committed, as a whole", "[base]") {
  Folder folder;
  const std::string path = folder.path + "/report";
  REQUIRE(write_file_atomically(path, "old"));
  AtomicFile file(path);
  file.append("one ");
  file.append("two");
  CHECK(read_file(path).value() == "old");
  REQUIRE(file.commit());
  CHECK(read_file(path).value() == "one two");
  CHECK(folder.files() == 1);
}

TEST_CASE("a file that is not committed leaves nothing behind", "[base]") {
  Folder folder;
  {
    AtomicFile file(folder.path + "/report");
    file.append("half");
    CHECK(folder.files() == 1);
  }
  CHECK(folder.files() == 0);
}

TEST_CASE("a file that cannot be made or replaced says so when it is committed", "[base]") {
  Folder folder;
  AtomicFile nowhere(folder.path + "/missing/report");
  nowhere.append("text");
  CHECK_FALSE(nowhere.commit());
  {
    AtomicFile over_a_folder(folder.path);
    over_a_folder.append("text");
    CHECK_FALSE(over_a_folder.commit());
  }
  CHECK(folder.files() == 0);
  CHECK(std::filesystem::is_directory(folder.path));
}
