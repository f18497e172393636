#include <catch2/catch.hpp>

#include "sarif/columns.h"
#include "sarif/uri.h"

using namespace sluice::sarif;

namespace {
std::vector<int> numbers(const Region& region) {
  return {region.start_line, region.start_column, region.end_line, region.end_column};
}
}  // namespace

TEST_CASE("columns count UTF-16 units", "[sarif]") {
  const std::string line = "a\xC3\xA4\xF0\x9F\x94\x92z";  // a, a umlaut (1 unit), lock (2 units), z
  CHECK(utf16_column(line, 0) == 1);
  CHECK(utf16_column(line, 1) == 2);
  CHECK(utf16_column(line, 3) == 3);
  CHECK(utf16_column(line, 7) == 5);
  CHECK(utf16_column(line, 8) == 6);
  CHECK(utf16_column(line, 99) == 6);            // behind the end: the end
  CHECK(utf16_column("\xFF\xE2\x82z", 3) == 3);  // two malformed parts, one unit each
}

TEST_CASE("regions end on the line they cover", "[sarif]") {
  const std::string text = "one\r\ntwo\n\nfour";
  const TextLines lines(text);
  CHECK(numbers(lines.region(0, 3)) == std::vector{1, 1, 1, 4});
  CHECK(numbers(lines.region(5, 8)) == std::vector{2, 1, 2, 4});
  CHECK(numbers(lines.region(5, 9)) == std::vector{2, 1, 2, 4});  // with its line break
  CHECK(numbers(lines.region(1, 7)) == std::vector{1, 2, 2, 3});
  CHECK(numbers(lines.region(9, 9)) == std::vector{3, 1, 3, 1});  // empty line
  CHECK(numbers(lines.region(10, 14)) == std::vector{4, 1, 4, 5});
  CHECK(numbers(lines.region(14, 999)) == std::vector{4, 5, 4, 5});
  CHECK(lines.region(5, 8).snippet->text == "two");
  CHECK(lines.line(1) == "one");
  CHECK(lines.line(5).empty());
  CHECK(numbers(TextLines("").region(0, 0)) == std::vector{1, 1, 1, 1});
}

TEST_CASE("a byte order mark counts for nothing", "[sarif]") {
  const std::string text = "\xEF\xBB\xBFint x;\n";
  CHECK(numbers(TextLines(text).region(3, 6)) == std::vector{1, 1, 1, 4});
  CHECK(TextLines(text).region(0, 6).snippet->text == "int");
}

TEST_CASE("the context holds whole lines around the region", "[sarif]") {
  const std::string text = "1\n2\n3\n4\n5\n";
  const TextLines lines(text);
  const Region context = lines.context(lines.region(4, 5));
  CHECK(context.start_line == 2);
  CHECK(context.end_line == 4);
  CHECK(context.start_column == 0);
  CHECK(context.snippet->text == "2\n3\n4\n");
  CHECK(lines.context(lines.region(0, 1)).start_line == 1);
}

TEST_CASE("a long snippet is cut at a character", "[sarif]") {
  const std::string text = "ab\xC3\xA4";
  CHECK(TextLines(text).region(0, 4, 3).snippet->text == "ab");
}

TEST_CASE("paths become uri references and come back", "[sarif]") {
  CHECK(uri_from_path("src/a b#c%d.c") == "src/a%20b%23c%25d.c");
  CHECK(uri_from_path("./src//win\\x.c") == "src/win/x.c");
  CHECK(uri_from_path("c:x") == "c%3Ax");
  CHECK(uri_from_path("\xC3\xA4[1].js") == "%C3%A4%5B1%5D.js");
  CHECK(path_from_uri("src/a%20b%23c%25d.c") == "src/a b#c%d.c");
  CHECK(path_from_uri("100%") == "100%");
  CHECK(path_from_uri("%zz%4") == "%zz%4");
}
