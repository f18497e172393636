#include "gate/yaml_files.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>

#include "base/file.h"

using namespace sluice;

TEST_CASE("a folder stands for its YAML files, in the order of their names", "[gate]") {
  std::string folder = "/tmp/sluice-yaml-test-XXXXXX";
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  for (const char* name : {"/b.yaml", "/a.yml", "/c.txt"}) REQUIRE(write_file_atomically(folder + name, "x: 1\n"));
  const auto files = gate::yaml_files(folder);
  REQUIRE(files);
  CHECK(*files == std::vector<std::filesystem::path>{folder + "/a.yml", folder + "/b.yaml"});
  CHECK(gate::yaml_files(folder + "/c.txt").value() == std::vector<std::filesystem::path>{folder + "/c.txt"});
  std::filesystem::remove_all(folder);
}
