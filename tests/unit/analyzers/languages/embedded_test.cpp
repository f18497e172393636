#include "analyzers/syntax/embedded.h"

#include <catch2/catch.hpp>

#include "analyzers/syntax/shaper.h"

using namespace sluice;

namespace {

std::string code_of(const Unit& unit, Kind kind) {
  for (std::uint32_t i = 0; i < unit.size(); ++i)
    if (unit.node({i}).kind == kind) return std::string(unit.code(NodeId{i}));
  return {};
}

}  // namespace

TEST_CASE("scripts of a page are read where they stand", "[analyzers][languages]") {
  std::string page = "<p>a(1)</p>\n<script>\n  eval(x);\n</script>\n<SCRIPT TYPE=Module>go('</p>')</SCRIPT>";
  std::vector<Unit> units = read_units(Language::Html, page, nullptr);
  REQUIRE(units.size() == 3);
  CHECK(units[0].language() == Language::Html);
  CHECK(units[1].language() == Language::Js);
  CHECK(code_of(units[1], Kind::Call) == "eval(x)");
  CHECK(code_of(units[2], Kind::Call) == "go('</p>')");
  CHECK(units[1].errors().empty());
}

TEST_CASE("only scripts in a language that is read are parts", "[analyzers][languages]") {
  std::string page =
      "<script type='application/json'>{\"a\": 1}</script><script src=a.js></script>"
      "<script lang=\"ts\">let a: string;</script><script type=text/x-template><b></b></script>";
  std::vector<EmbeddedPart> parts = find_embedded(read_unit(Language::Html, page, nullptr));
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].language == Language::Ts);
  CHECK(page.substr(parts[0].range.begin, parts[0].range.end - parts[0].range.begin) == "let a: string;");
}

TEST_CASE("a file without scripts is one unit", "[analyzers][languages]") {
  CHECK(read_units(Language::Js, "a(1)", nullptr).size() == 1);
  CHECK(read_units(Language::Html, "", nullptr).size() == 1);
}

TEST_CASE("a broken script tells its errors in its own unit", "[analyzers][languages]") {
  std::vector<Unit> units = read_units(Language::Html, "<script>f(1); ) ) }</script><script>g(2)</script>", nullptr);
  REQUIRE(units.size() == 3);
  CHECK_FALSE(units[1].errors().empty());
  CHECK(units[2].errors().empty());
}
