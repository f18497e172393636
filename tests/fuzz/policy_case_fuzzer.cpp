// A file of policy tests for a fixed policy: it is refused, or its case can be decided.
#include "base/yaml.h"
#include "gate/policy_case.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_policy_case(std::string_view text) {
  constexpr std::string_view kPolicy =
      "policy: p\nversion: '1'\ndeadlines: { high: { from: 8, days: 60 }, medium: { from: 5, days: 180 }, low: { days: best-effort } }\n"
      "stages: { pre-sandbox: { }, release: { assessments: [{ id: a, max-age-days: 9, max-feed-age-days: 1 }], scans: [{ id: s, tools: [T], cwes: [79] }],\n"
      "  findings: [{ id: f, when: { min-age-days: 3, scope: test }, then: deadline }] } }\n";
  auto policy = gate::parse_policy("policy.yaml", kPolicy);
  REQUIRE_THAT(policy.has_value());
  auto document = yaml::Document::parse("case.yaml", text);
  if (!document) return;
  const yaml::Node *cases = document->root().find("cases"), *given = document->root().find("given");
  if (!cases || !cases->is_sequence()) return;
  for (const yaml::Node& node : cases->items()) {
    Errors errors;
    gate::PolicyCase one = gate::read_policy_case(node, given, *policy, errors);
    if (!errors.empty()) continue;
    gate::Decision decision = gate::decide(one.input);
    gate::differences(one, decision);
  }
}

}  // namespace sluice::fuzz
