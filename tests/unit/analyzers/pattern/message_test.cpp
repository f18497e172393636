// Texts of rules with what metavariables stand for; fixes by regex.
#include "analyzers/pattern/message.h"

#include <catch2/catch.hpp>

using namespace sluice;

namespace {

std::string filled(std::string_view text) {
  return fill_in(text, [](std::string_view name, AsValue as_value) -> std::optional<std::string> {
    if (name == "$X") return as_value == AsValue::Yes ? "7" : "seven";
    if (name == "$...X") return "rest";
    if (name == "$X_1") return "one";
    if (name == "$1") return "group";
    return std::nullopt;
  });
}

std::optional<std::string> fixed(std::string_view regex, std::string replacement, std::uint32_t count, std::string_view text) {
  auto compiled = Regex::compile(regex, Regex::Mode::Search, {});
  REQUIRE(compiled);
  return apply({*std::move(compiled), std::move(replacement), count}, text);
}

}  // namespace

TEST_CASE("metavariables in messages: the longest that is bound", "[analyzers][pattern]") {
  CHECK(filled("`$X` and $X_1, $X_2 and $Xs") == "`seven` and one, seven_2 and sevens");
  CHECK(filled("$1 $Y $ $x") == "group $Y $ $x");
  CHECK(filled("value($X) value($X, value($Y)") == "7 value(7, value($Y)");
  CHECK(filled("$...X") == "rest");
}

TEST_CASE("a fix by regex edits the matched text", "[analyzers][pattern]") {
  CHECK(fixed("(.*)\\)", "\\1, secure=True)", 0, "set(a, b(c))") == "set(a, b(c), secure=True)");
  CHECK(fixed("http:", "https:", 1, "http: http:") == "https: http:");
  CHECK(fixed("http:", "https:", 0, "http: http:") == "https: https:");
  CHECK(fixed("(?<word>a+)", "<\\g<word>>\\n", 0, "baac") == "b<aa>\nc");
  CHECK(fixed("x", "y", 0, "a") == std::nullopt);
}
