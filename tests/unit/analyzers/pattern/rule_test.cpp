// Rule files: what is refused, and how it is told.
#include "analyzers/pattern/rule.h"

#include <catch2/catch.hpp>

#include "analyzers/pattern/rule_set.h"

using namespace sluice;

namespace {

std::string errors_of(std::string_view yaml) {
  auto rules = parse_rules("r.yaml", yaml);
  return rules ? "" : to_string(rules.error());
}

constexpr std::string_view kHead = "rules:\n  - id: a\n    message: m\n    severity: ERROR\n    languages: [python]\n";

}  // namespace

TEST_CASE("all mistakes of a rule file are told, each at its place", "[analyzers][pattern]") {
  CHECK(errors_of("rules:\n  - id: a b\n    severity: LOUD\n    languages: [pyton]\n    patern: x\n") ==
        "r.yaml:5:5: unknown key `patern`; did you mean `pattern`?\n"
        "r.yaml:2:9: `a b` is no rule id: letters, digits, `.`, `_` and `-`\n"
        "r.yaml:2:5: the rule has no `message`\n"
        "r.yaml:3:15: `LOUD` is no severity: ERROR, WARNING or INFO\n"
        "r.yaml:4:17: `pyton` is no language; did you mean `python`?\n"
        "r.yaml:2:5: the rule has no pattern: one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`\n");
}

TEST_CASE("what is not supported yet is refused by name", "[analyzers][pattern]") {
  CHECK(errors_of(std::string(kHead) + "    mode: taint\n    pattern-sources: []\n").find("`pattern-sources` is not supported yet") != std::string::npos);
  CHECK(errors_of(std::string(kHead) + "    match: x\n") == "r.yaml:6:5: `match` is not supported yet\n");
  CHECK(errors_of(std::string(kHead) + "    patterns:\n      - pattern: $X\n      - metavariable-type: {metavariable: $X, type: int}\n") ==
        "r.yaml:8:9: `metavariable-type` is not supported yet\n");
  CHECK(errors_of(std::string(kHead) + "    pattern: x\n    options: {symbolic_propagation: true}\n") ==
        "r.yaml:7:15: option `symbolic_propagation: true` is not supported yet\n");
}

TEST_CASE("negations stand only where there is something to take from", "[analyzers][pattern]") {
  CHECK(errors_of(std::string(kHead) + "    pattern-either:\n      - pattern-not: x\n") ==
        "r.yaml:7:9: `pattern-not` cannot stand in `pattern-either`: what matches would be everything else\n");
  CHECK(errors_of(std::string(kHead) + "    patterns:\n      - pattern-not: x\n") ==
        "r.yaml:7:7: `patterns` has no positive pattern: there is nothing to start from\n");
}

TEST_CASE("a file without rules, and a rule id used twice", "[analyzers][pattern]") {
  CHECK(errors_of("a: 1\n") == "r.yaml:1:1: a rule file holds `rules:` with a list of rules\n");
  CHECK(errors_of("") == "r.yaml:1:1: a rule file holds `rules:` with a list of rules\n");
  std::string twice = std::string(kHead) + "    pattern: x\n  - id: a\n    message: m\n    severity: INFO\n    languages: [go]\n    pattern: y\n";
  CHECK(errors_of(twice) == "r.yaml:7:5: rule id `a` is used twice\n");
}

TEST_CASE("patterns, regexes and comparisons are checked before anything runs", "[analyzers][pattern]") {
  std::string yaml = std::string(kHead) +
                     "    patterns:\n"
                     "      - pattern: f($X\n"
                     "      - pattern-regex: '(a'\n"
                     "      - metavariable-comparison:\n"
                     "          metavariable: $X\n"
                     "          comparison: $X >\n";
  auto rules = parse_rules("r.yaml", yaml);
  REQUIRE(rules);
  auto set = RuleSet::compile(*rules, {});
  REQUIRE_FALSE(set);
  REQUIRE(set.error().list.size() == 3);
  CHECK(set.error().list[0].place == Place{"r.yaml", 7, 18});
  CHECK(set.error().list[1].code == "regex-syntax");
  CHECK(set.error().list[2].place == Place{"r.yaml", 11, 23});
}
