// A policy, and after a line of `%%` the one that it extends: what is accepted is as strict as
// that one, and a decision can be made of it.
#include "gate/decision.h"
#include "gate/policy.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_policy(std::string_view text) {
  auto [own, company] = cut_line(text, "\n%%\n");
  auto read = [&](const std::string&, const std::string& path) -> Result<gate::PolicyText> {
    return gate::PolicyText{path, std::string(company)};
  };
  auto policy = gate::parse_policy("policy.yaml", own, read);
  if (!policy) return REQUIRE_THAT(!policy.error().empty() && !to_string(policy.error()).empty());
  auto base = gate::parse_policy("company.yaml", company);
  for (const gate::StagePolicy& stage : policy->stages) {
    const gate::StagePolicy* was = base && !policy->bases.empty() ? base->find_stage(stage.name) : nullptr;
    if (was) REQUIRE_THAT(stage.vulnerabilities.overdue.effect >= was->vulnerabilities.overdue.effect && stage.findings.size() >= was->findings.size());
    gate::GateInput input;
    input.policy = *policy;
    input.stage = stage.name;
    gate::Decision decision = gate::decide(input);
    // Whatever is asked for and not given is told.
    for (const gate::ScanClause& scan : stage.scans) REQUIRE_THAT(!scan.id.empty() && !decision.reasons.empty());
  }
}

}  // namespace sluice::fuzz
