// Patterns with several `...` on files made to be slow for them: counted in steps, not in time.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <functional>

#include "analyzers/pattern/evaluator.h"
#include "analyzers/pattern/matcher.h"
#include "analyzers/syntax/shaper.h"

using namespace sluice;

namespace {

PatternMatches find(std::string_view pattern_text, const std::string& code, std::uint64_t max_steps) {
  Names names;
  auto pattern = compile_pattern(Language::Js, pattern_text, names, {"r.yaml", 1, 1});
  REQUIRE(pattern);
  Unit unit = read_unit(Language::Js, code, &names);
  UnitIndex index(unit);
  return find_matches(*pattern, unit, index, max_steps);
}

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

// `a();` and blocks in blocks: `depth` of them, in rows of `width`.
std::string nested(std::size_t depth, std::size_t width) {
  return repeated(repeated("if (x) { a(); b(y); ", depth) + repeated("} ", depth), width);
}

// Statements with several `...`, where the last thing asked for is nowhere.
constexpr const char* kPatterns[] = {
    "a();\n...\nb($X);\n...\nnever();",
    "a();\n...\n$X = b();\n...\nnever($X);",
    "$F();\n...\nb(...);\n...\na();\n...\nnever();",
    "a();\n...\na();\n...\na();\n...\na();\n...\nnever();",
    "if (x) {\n...\na();\n...\nnever();\n...\n}",
    "if (x) {\n...\nif (x) {\n...\nif (x) {\n...\nnever();\n}\n}\n}",
    "a(..., $X, ..., $Y, ..., never, ...);",
    "f(<... never($X) ...>);",
};

constexpr std::uint64_t kNoLimit = 2'000'000'000;

}  // namespace

TEST_CASE("steps of patterns with several `...` grow with the square of the file at most", "[analyzers][pattern]") {
  auto rows = [](std::size_t n) { return repeated("a();\nb(y);\n", n / 2); };
  auto blocks = [](std::size_t n) { return nested(20, n / 60); };
  auto arguments = [](std::size_t n) { return "a(" + repeated("x, ", n / 20) + "x);"; };
  for (const char* pattern : kPatterns)
    for (const auto& make : {std::function<std::string(std::size_t)>(rows), std::function<std::string(std::size_t)>(blocks),
                             std::function<std::string(std::size_t)>(arguments)}) {
      INFO(pattern);
      PatternMatches once = find(pattern, make(2'000), kNoLimit), twice = find(pattern, make(4'000), kNoLimit);
      CHECK_FALSE(twice.gave_up);
      CHECK(twice.list.empty());
      CHECK(twice.steps <= 4 * once.steps + 10'000);
    }
}

TEST_CASE("10,000 statements and deep blocks: within the bound, or told", "[analyzers][pattern]") {
  for (const std::string& code : {repeated("a();\nb(y);\n", 5'000), nested(150, 30)})
    for (const char* pattern : kPatterns) {
      INFO(pattern);
      PatternMatches matches = find(pattern, code, kStepsPerPattern);
      CHECK(matches.steps <= kStepsPerPattern + 1);
      CHECK(matches.gave_up == (matches.steps > kStepsPerPattern));
    }
}

TEST_CASE("a rule that meets the bound says so", "[analyzers][pattern]") {
  auto rules = parse_rules("r.yaml",
                           "rules:\n- {id: r, message: m, severity: ERROR, languages: [js], pattern: \"$A();\\n...\\n$B(y);\\n...\\n$C();\\n...\\nnever($A, $B, $C);\"}\n");
  REQUIRE(rules);
  auto set = RuleSet::compile(*std::move(rules), {Language::Js});
  REQUIRE(set);
  // Each call is another one, so that no two ways bind the same.
  std::string code;
  for (int i = 0; i < 1'000; ++i) code += fmt::format("a{}();\nb{}(y);\n", i, i);
  code += "never(1);\n";
  Unit unit = read_unit(Language::Js, code, &set->names());
  std::vector<bool> words = set->words_in(code);
  Evaluator evaluator(*set, unit, words);
  RuleResult result = evaluator.run(set->programs(Language::Js)[0]);
  REQUIRE(result.gave_up);
  CHECK(result.gave_up->find("met the step limit") != std::string::npos);
  CHECK(result.matches.empty());
}

// The first parts of a chain are chains of their own: that one of them leads nowhere says nothing of another.
TEST_CASE("a long chain of operators is found where a part of it matches", "[analyzers][pattern]") {
  std::string code = "x = a0";
  for (int i = 1; i < 10; ++i) code += fmt::format(" && a{}", i);
  PatternMatches found = find("$A && ... && foo()", code + " && foo() && z;", 1'000'000);
  CHECK_FALSE(found.gave_up);
  CHECK(found.list.size() == 1);
}
