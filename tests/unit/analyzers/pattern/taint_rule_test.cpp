// What a taint rule says of its sources, sinks, sanitizers and propagators.
#include <catch2/catch.hpp>

#include "analyzers/pattern/rule.h"

using namespace sluice;

namespace {

using SideEffect = TaintEndpoint::SideEffect;

std::string rule_with(const std::string& body) { return "rules:\n  - id: r\n    languages: [python]\n    message: m\n    severity: ERROR\n" + body; }

Rule rule_of(const std::string& body) {
  auto rules = parse_rules("r.yaml", rule_with(body));
  INFO(body);
  if (!rules) FAIL(to_string(rules.error()));
  return rules->front();
}

std::string mistakes_of(const std::string& body) {
  auto rules = parse_rules("r.yaml", rule_with(body));
  return rules ? "" : to_string(rules.error());
}

bool holds(const std::string& expression, const std::vector<std::string>& labels) {
  auto parsed = parse_label_expression(expression, {"r.yaml", 1, 1});
  INFO(expression);
  REQUIRE(parsed);
  return parsed->holds([&](std::string_view label) { return std::ranges::find(labels, label) != labels.end(); });
}

}  // namespace

TEST_CASE("labels are put together as in Python", "[analyzers][pattern]") {
  CHECK(holds("A", {"A", "B"}));
  CHECK_FALSE(holds("A and not B", {"A", "B"}));
  CHECK(holds("A or B and C", {"A"}));  // `and` binds tighter
  CHECK_FALSE(holds("(A or B) and C", {"A"}));
  CHECK(holds("not not A", {"A"}));
  CHECK(holds("not A or B", {}));
  CHECK(holds("True and not False", {}));
  for (const char* wrong : {"", "A and", "A B", "(A", "A)", "and", "A & B", "not"}) {
    INFO(wrong);
    CHECK_FALSE(parse_label_expression(wrong, {"r.yaml", 1, 1}));
  }
  CHECK_FALSE(parse_label_expression(std::string(1000, '('), {}));
}

TEST_CASE("the classic spelling of a taint rule", "[analyzers][pattern]") {
  Rule rule = rule_of(R"yaml(    mode: taint
    pattern-sources:
      - pattern: source()
        label: INPUT
        by-side-effect: only
      - patterns: [{pattern: "f($X)"}]
        exact: true
    pattern-sinks:
      - pattern: sink(...)
        requires: INPUT and not CLEAN
        at-exit: true
    pattern-sanitizers: [{pattern: clean(...), not_conflicting: true}]
    pattern-propagators:
      - pattern: $TO.add($FROM)
        from: $FROM
        to: $TO
        replace-labels: [INPUT]
)yaml");
  REQUIRE(rule.endpoints.size() == 5);
  CHECK(rule.endpoints[0].kind == TaintEndpoint::Kind::Source);
  CHECK(rule.endpoints[0].label == "INPUT");
  CHECK(rule.endpoints[0].by_side_effect == SideEffect::Only);
  CHECK_FALSE(rule.endpoints[0].exact);
  CHECK(rule.endpoints[1].exact);
  CHECK(rule.endpoints[1].formula.type == FormulaText::Type::All);
  const TaintEndpoint& sink = rule.endpoints[2];
  CHECK(sink.kind == TaintEndpoint::Kind::Sink);
  CHECK(sink.exact);  // unless it says otherwise
  CHECK(sink.at_exit);
  REQUIRE(sink.needs);
  CHECK(sink.needs->holds([](std::string_view label) { return label == "INPUT"; }));
  CHECK(rule.endpoints[3].not_conflicting);
  const TaintEndpoint& propagator = rule.endpoints[4];
  CHECK(propagator.kind == TaintEndpoint::Kind::Propagator);
  CHECK(propagator.by_side_effect == SideEffect::Yes);
  CHECK(propagator.from == "$FROM");
  CHECK(propagator.to == "$TO");
  CHECK(propagator.replaced_labels == std::vector<std::string>{"INPUT"});
}

TEST_CASE("the newer spelling of a taint rule", "[analyzers][pattern]") {
  Rule rule = rule_of(R"yaml(    taint:
      sources:
        - source()
        - pattern: f($X)
          where: [{focus: $X}]
          label: X
      sinks: [{any: ["a(...)", "b(...)"], requires: X}]
)yaml");
  REQUIRE(rule.endpoints.size() == 3);
  CHECK(rule.mode == RuleMode::Taint);
  CHECK(rule.endpoints[0].formula.text == "source()");
  CHECK(rule.endpoints[1].label == "X");
  CHECK(rule.endpoints[1].formula.focus.size() == 1);
  CHECK(rule.endpoints[2].formula.members.size() == 2);
}

TEST_CASE("mistakes in taint rules have their place", "[analyzers][pattern]") {
  CHECK(mistakes_of("    mode: taint\n    pattern-sources: [{pattern: a()}]\n").find("needs `pattern-sinks`") != std::string::npos);
  std::string labels = mistakes_of("    mode: taint\n    pattern-sources: [{pattern: a()}]\n    pattern-sinks: [{pattern: b(), requires: A and}]\n");
  CHECK(labels.find("r.yaml:8:") != std::string::npos);
  CHECK(labels.find("a label is expected at column 6") != std::string::npos);
  CHECK(mistakes_of("    mode: taint\n    pattern-sources: [{pattern: a(), exact: maybe}]\n    pattern-sinks: [{pattern: b()}]\n").find("r.yaml:7:") != std::string::npos);
  CHECK(mistakes_of("    taint: {sources: [{pattern: a(), lable: X}], sinks: [b()]}\n").find("`lable`") != std::string::npos);
}
