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
        "r.yaml:2:9: `a b` is no rule id: letters, digits, `.`, `_` and `-`\n"
        "r.yaml:2:5: `message` is missing\n"
        "r.yaml:3:15: `LOUD` is no severity: ERROR, WARNING or INFO\n"
        "r.yaml:4:17: `pyton` is no language; did you mean `python`?\n"
        "r.yaml:2:5: the rule has no pattern: one of `pattern`, `patterns`, `pattern-either`, `pattern-regex`, `match`\n");
}

TEST_CASE("a mistake drops the rule it stands in and no other", "[analyzers][pattern]") {
  std::string yaml = std::string(kHead) + "    pattern: f()\n    patern: x\n    options: {symetric_eq: true}\n" +
                     "  - {id: b, message: m, severity: LOUD, languages: [python], pattern: f()}\n";
  auto file = parse_rule_file("r.yaml", yaml);
  REQUIRE(file);
  REQUIRE(file->rules.size() == 1);
  CHECK(file->rules[0].id == "a");
  CHECK(to_string(file->mistakes) == "r.yaml:9:35: `LOUD` is no severity: ERROR, WARNING or INFO\n");
  CHECK(to_string(file->warnings) ==
        "r.yaml:7:5: unknown key `patern`; did you mean `pattern`?\n"
        "r.yaml:8:15: unknown option `symetric_eq`; did you mean `symmetric_eq`?\n");
}

TEST_CASE("mistakes in the match form are told at their places", "[analyzers][pattern]") {
  CHECK(errors_of(std::string(kHead) + "    match: {any: [f(), {not: g()}]}\n") ==
        "r.yaml:6:25: `not` stands only in `all`: elsewhere there is nothing to take from\n");
  CHECK(errors_of(std::string(kHead) + "    match: {all: [{not: g()}]}\n") ==
        "r.yaml:6:18: `all` has no positive pattern: there is nothing to start from\n");
  CHECK(errors_of(std::string(kHead) + "    match: {all: [f()], insde: g()}\n") ==
        "r.yaml:6:25: `insde` is no operator of `match`; did you mean `inside`?\n");
  CHECK(errors_of(std::string(kHead) + "    match: {pattern: f($X), where: [{focus: X}, {metavariable: $X, analyzer: magic}]}\n") ==
        "r.yaml:6:45: `X` is no metavariable: it begins with `$`\n"
        "r.yaml:6:78: `magic` is no analyzer: entropy or redos\n");
}

TEST_CASE("rules of other modes are read, their mistakes told, and they do not run", "[analyzers][pattern]") {
  std::string yaml = std::string(kHead) + "    mode: taint\n    pattern-sources: [{pattern: s(), label: A}]\n    pattern-sinks: [{pattern: 't('}]\n";
  auto rules = parse_rules("r.yaml", yaml);
  REQUIRE(rules);
  Errors mistakes;
  RuleSet set = RuleSet::compile_good(*rules, {Language::Python}, RuleSet::Check::All, mistakes);
  CHECK_FALSE(set.runs(0));
  REQUIRE(mistakes.list.size() == 1);
  CHECK(mistakes.list[0].place == Place{"r.yaml", 8, 31});
  CHECK(errors_of(std::string(kHead) + "    mode: taint\n    pattern-sources: [{pattern: s()}]\n") == "r.yaml:2:5: a taint rule needs `pattern-sinks`\n");
}

TEST_CASE("a rule for another version of the rule language is passed over", "[analyzers][pattern]") {
  auto rules = parse_rules("r.yaml", std::string(kHead) + "    pattern: x\n    min-version: 1.101.0\n");
  REQUIRE(rules);
  CHECK(rules->empty());
  rules = parse_rules("r.yaml", std::string(kHead) + "    pattern: x\n    min-version: 1.99.1\n    max-version: 1.100.0\n");
  REQUIRE(rules);
  CHECK(rules->size() == 1);
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
