#include "analyzers/pattern/comparison.h"

#include <catch2/catch.hpp>

using namespace sluice;

namespace {

ComparisonValue number(std::int64_t value) { return {value, false}; }
ComparisonValue text(std::string value) { return {std::move(value), false}; }
ComparisonValue code(std::string value) { return {std::move(value), true}; }

bool holds(std::string_view expression, const ComparisonValue& x) {
  auto comparison = Comparison::compile(expression, {"r.yaml", 1, 1});
  INFO(expression);
  REQUIRE(comparison);
  return comparison->holds([&](std::string_view name) { return name == "$X" ? x : ComparisonValue{}; });
}

}  // namespace

TEST_CASE("a regex that meets its limit in a comparison is told", "[analyzers][pattern]") {
  // Look-around: it runs where every step is counted.
  std::string regex = "(?!b)(a+)+[bc]";
  auto comparison = Comparison::compile("re.match('" + regex + "', $X)", {"r.yaml", 1, 1});
  REQUIRE(comparison);
  std::string limit_met_by;
  auto lookup = [](std::string_view) { return text(std::string(5000, 'a')); };
  CHECK_FALSE(comparison->holds(lookup, &limit_met_by));
  CHECK(limit_met_by == regex);
}

TEST_CASE("comparisons are Python's", "[analyzers][pattern]") {
  CHECK(holds("$X > 8 and $X not in [16, 32]", number(10)));
  CHECK_FALSE(holds("$X > 8 and $X not in [16, 32]", number(16)));
  CHECK(holds("$X % 2 == 1", number(-3)));  // the sign of the divisor
  CHECK(holds("-7 // 2 == -4 and 2 ** 10 == 1024 and 7 & 3 == 3", number(0)));
  CHECK(holds("not $X == 1", number(2)));
  CHECK(holds("1 < $X or False", number(2)));
  CHECK(holds("$X < 0x800", number(1024)));
  CHECK(holds("int($X) == 80", text("80")));
  CHECK(holds("re.match(\"^sk_\", $X)", text("sk_1")));
  CHECK_FALSE(holds("re.match(\"sk_\", $X)", text("a sk_1")));
  CHECK(holds("'b' in $X", text("abc")));
}

TEST_CASE("comparisons of days, durations and numbers of every base", "[analyzers][pattern]") {
  CHECK(holds("strptime($X) < strptime('2026-01-02')", text("2026-01-01")));
  CHECK_FALSE(holds("strptime($X) < strptime('2026-01-02')", text("2026-01-02")));
  CHECK_FALSE(holds("strptime($X) < strptime('2026-01-02')", text("some day")));
  CHECK(holds("strptime($X) < today()", text("2020-01-01")));
  CHECK(holds("parse_promql_duration($X) == 5400000", text("1h30m")));
  CHECK_FALSE(holds("parse_promql_duration($X) >= 0", text("1 hour")));
  CHECK(holds("$X == 0o777 and 0b11 == 3 and ~$X == -512 and 6 ^ 3 == 5", number(511)));
}

TEST_CASE("what cannot be evaluated is false", "[analyzers][pattern]") {
  CHECK_FALSE(holds("$Y > 1", number(1)));
  CHECK_FALSE(holds("$X > 'a'", number(1)));
  CHECK_FALSE(holds("$X / 0 == 1", number(1)));
  CHECK_FALSE(holds("$X == 'name'", code("name")));  // code compares only as str($X)
  CHECK(holds("str($X) == 'name'", code("name")));
  CHECK_FALSE(holds("$X * 9223372036854775807 > 0 and $X % 0 == 0", number(3)));
}

TEST_CASE("a comparison that cannot be read is refused with its place", "[analyzers][pattern]") {
  for (const char* wrong : {"$X >", "open($X)", "$X > 1)", "\"a", "$X ; 1", "", "import os"}) {
    INFO(wrong);
    auto comparison = Comparison::compile(wrong, {"r.yaml", 4, 9});
    REQUIRE_FALSE(comparison);
    CHECK(comparison.error().list[0].place == Place{"r.yaml", 4, 9});
  }
  CHECK_FALSE(Comparison::compile(std::string(100'000, '('), {"r.yaml", 1, 1}));
  CHECK_FALSE(Comparison::compile(std::string(100'000, '-') + "1", {"r.yaml", 1, 1}));
}
