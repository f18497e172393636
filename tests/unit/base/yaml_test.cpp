#include "base/yaml.h"

#include <catch2/catch.hpp>

using namespace sluice;

TEST_CASE("a node knows its place", "[base]") {
  auto document = yaml::Document::parse("p.yaml", "a: 1\nb:\n  - x\n  - \"2\"\n");
  REQUIRE(document);
  const yaml::Node* list = document->root().find("b");
  REQUIRE(list);
  CHECK(list->items()[1].place() == Place{"p.yaml", 4, 5});
  CHECK(list->items()[1].is_quoted());
  CHECK(list->items()[1].as_int().has_value() == false);
  CHECK(document->root().find("a")->as_int().value() == 1);
}

TEST_CASE("every duplicate key is told with its place", "[base]") {
  auto document = yaml::Document::parse("p.yaml", "a: 1\nb: 2\na: 3\nb: 4\n");
  REQUIRE_FALSE(document);
  CHECK(to_string(document.error()) ==
        "p.yaml:3:1: key `a` is there twice, first in line 1\n"
        "p.yaml:4:1: key `b` is there twice, first in line 2\n");
}

TEST_CASE("an unknown key gets the nearest known one", "[base]") {
  auto document = yaml::Document::parse("p.yaml", "langauges: x\n");
  REQUIRE(document);
  Errors errors = document->root().unknown_keys({"languages", "message"});
  REQUIRE(errors.list.size() == 1);
  CHECK(errors.list[0].message == "unknown key `langauges`; did you mean `languages`?");
}

TEST_CASE("text that is not YAML is refused where it breaks", "[base]") {
  auto document = yaml::Document::parse("p.yaml", "a: [1, 2\nb: 3\n");
  REQUIRE_FALSE(document);
  CHECK(document.error().list[0].place.line > 0);
  CHECK(document.error().list[0].code == "yaml-syntax");
}

TEST_CASE("aliases that multiply are refused", "[base]") {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    std::string previous = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + previous;
    for (int j = 0; j < 9; ++j) text += ", " + previous;
    text += "]\n";
  }
  CHECK_FALSE(yaml::Document::parse("p.yaml", text));
}
