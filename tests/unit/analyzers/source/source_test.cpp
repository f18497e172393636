#include "analyzers/source/source.h"

#include <catch2/catch.hpp>

using namespace sluice;

TEST_CASE("lines end at LF or CRLF and keep neither", "[analyzers][source]") {
  std::string text = "one\r\ntwo\n\nfour";
  LineIndex lines(text);
  CHECK(lines.line_count() == 4);
  CHECK(lines.line(text, 1) == "one");
  CHECK(lines.line(text, 2) == "two");
  CHECK(lines.line(text, 3) == "");
  CHECK(lines.line(text, 4) == "four");
  CHECK(lines.line(text, 5) == "");
  CHECK(lines.line(text, 0) == "");
  CHECK(lines.line_of(0) == 1);
  CHECK(lines.line_of(4) == 1);  // the LF itself
  CHECK(lines.line_of(5) == 2);
  CHECK(lines.line_of(1000) == 4);
  CHECK(lines.begin_of(4) == 10);
}

TEST_CASE("an empty text has one empty line", "[analyzers][source]") {
  LineIndex lines("");
  CHECK(lines.line_count() == 1);
  CHECK(lines.line("", 1) == "");
  CHECK(lines.position("", 0) == Position{1, 1});
  CHECK(LineIndex("a\n").line_count() == 2);  // as editors show it
}

TEST_CASE("columns count UTF-16 code units", "[analyzers][source]") {
  std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z\nq";  // a é € 😀 z
  LineIndex lines(text);
  CHECK(lines.position(text, 0) == Position{1, 1});
  CHECK(lines.position(text, 1) == Position{1, 2});
  CHECK(lines.position(text, 3) == Position{1, 3});
  CHECK(lines.position(text, 6) == Position{1, 4});
  CHECK(lines.position(text, 10) == Position{1, 6});  // the face takes two
  CHECK(lines.position(text, 12) == Position{2, 1});
  CHECK(lines.position(text, 99) == Position{2, 2});
  CHECK(lines.offset(text, {1, 6}) == 10);
  CHECK(lines.offset(text, {1, 99}) == 11);
  CHECK(lines.offset(text, {2, 1}) == 12);
  CHECK(lines.offset(text, {9, 1}) == text.size());
}

TEST_CASE("a frozen set gives text, range and place of a span", "[analyzers][source]") {
  SourceSet::Builder builder;
  Source source;
  source.path = "src/a.c";
  source.text = "int a;\nint b;\n";
  source.lines = LineIndex(source.text);
  SourceId id = builder.add(std::move(source));
  SourceSet set = std::move(builder).build();
  Span span{id, 11, 12};
  CHECK(set.text(span) == "b");
  CHECK(set.range(span) == Range{{2, 5}, {2, 6}});
  CHECK(set.place(span) == Place{"src/a.c", 2, 5});
  CHECK(set[id].line(1) == "int a;");
}
