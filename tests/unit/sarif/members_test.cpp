#include <catch2/catch.hpp>

#include "sarif/members.h"

using namespace sluice::sarif;

TEST_CASE("members keep JSON and read it back typed", "[sarif]") {
  Members members;
  members.set_text("text", "a \"b\"\n\x01\xFF");
  members.set_number("half", 0.5);
  members.set_number("whole", 90);
  members.set_integer("count", -7);
  members.set_bool("yes", true);
  members.set_texts("tags", {"x", "y\\z"});
  CHECK(*members.find("text") == "\"a \\\"b\\\"\\n\\u0001\xEF\xBF\xBD\"");
  CHECK(members.text("text") == "a \"b\"\n\x01\xEF\xBF\xBD");
  CHECK(*members.find("whole") == "90.0");
  CHECK(members.number("half") == 0.5);
  CHECK(members.number("count") == -7.0);
  CHECK(*members.find("yes") == "true");
  CHECK(members.texts("tags") == std::vector<std::string>{"x", "y\\z"});
  // A value of another type is not that value.
  CHECK_FALSE(members.text("half").has_value());
  CHECK_FALSE(members.number("text").has_value());
  CHECK(members.texts("text").empty());
  CHECK_FALSE(members.has("missing"));
}

TEST_CASE("members are replaced in place, erased and sorted", "[sarif]") {
  Members members;
  members.set_text("b", "1");
  members.set_text("a", "2");
  members.set_text("b", "3");
  REQUIRE(members.list().size() == 2);
  CHECK(members.list()[0] == Member{"b", "\"3\""});
  members.sort_by_name();
  CHECK(members.list()[0].name == "a");
  members.erase("a");
  CHECK(members.list().size() == 1);
}

TEST_CASE("escaped characters of JSON strings are decoded", "[sarif]") {
  Members members;
  members.set_json("s", R"("\u00e4\ud83d\ude00\ud83d\/\t")");
  CHECK(members.text("s") == "\xC3\xA4\xF0\x9F\x98\x80\xEF\xBF\xBD/\t");  // the lone surrogate is U+FFFD
}
