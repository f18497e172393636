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

std::string code_of(const std::string& file, const EmbeddedPart& part) {
  std::string code;
  for (ByteRange range : part.ranges) code += file.substr(range.begin, range.end - range.begin);
  return code;
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
  CHECK(code_of(page, parts[0]) == "let a: string;");
}

TEST_CASE("event handlers and links of a page are scripts", "[analyzers][languages]") {
  std::string page = "<a href='javascript:go(1)' title='on' onclick=\"stop(<%= x %>)\" once='no()'>x</a>";
  std::vector<EmbeddedPart> parts = find_embedded(read_unit(Language::Html, page, nullptr));
  REQUIRE(parts.size() == 2);
  CHECK(code_of(page, parts[0]) == "go(1)");
  CHECK(code_of(page, parts[1]) == "stop()");
}

TEST_CASE("the page around PHP has scripts", "[analyzers][languages]") {
  std::string file = "<?php f(); ?>\n<script>a(<?= $x ?>, 1);</script>\n<?php g();";
  std::vector<EmbeddedPart> parts = find_embedded(read_unit(Language::Php, file, nullptr));
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].language == Language::Js);
  CHECK(code_of(file, parts[0]) == "a(, 1);");
}

TEST_CASE("steps of a workflow are read in their shell", "[analyzers][languages]") {
  std::string workflow =
      "jobs:\n  build:\n    steps:\n"
      "      - run: make ${{ x }} all\n"
      "      - run: |\n          if a; then\n            b\n          fi\n"
      "      - run: >\n          one\n          two\n"
      "      - run: print(1)\n        shell: python\n"
      "      - run: dir\n        shell: cmd\n"
      "      - pwsh: Get-Item x\n"
      "  other:\n    run: no\n";
  std::vector<EmbeddedPart> parts = find_embedded(read_unit(Language::Yaml, workflow, nullptr));
  REQUIRE(parts.size() == 5);
  CHECK(code_of(workflow, parts[0]) == "make  all");
  CHECK(code_of(workflow, parts[1]) == "if a; then\n  b\nfi");
  CHECK(code_of(workflow, parts[2]) == " one two");
  CHECK(parts[2].language == Language::Bash);
  CHECK(parts[3].language == Language::Python);
  CHECK(parts[4].language == Language::PowerShell);
}

TEST_CASE("scripts of a pipeline's jobs are shell", "[analyzers][languages]") {
  std::string pipeline = "job:\n  script:\n    - 'a b'\n    - c\n  after_script: d\nx:\n  y:\n    z:\n      script: no\n";
  std::vector<EmbeddedPart> parts = find_embedded(read_unit(Language::Yaml, pipeline, nullptr));
  REQUIRE(parts.size() == 3);
  CHECK(code_of(pipeline, parts[0]) == "a b");
  CHECK(code_of(pipeline, parts[2]) == "d");
}

TEST_CASE("what a shell reads of a Dockerfile is a unit", "[analyzers][languages]") {
  std::string file = "FROM a\nRUN b && \\\n # c\n  d e\nRUN [\"f\"]\nCMD g\n";
  std::vector<Unit> units = read_units(Language::Dockerfile, file, nullptr);
  REQUIRE(units.size() == 3);
  CHECK(units[1].language() == Language::Bash);
  CHECK(code_of(units[1], Kind::Call) == "b");
  CHECK(code_of(units[2], Kind::Call) == "g");
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
