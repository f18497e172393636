// Runs the table decision_cases.yaml; the test for "this evidence, that decision".
#include "gate/decision.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/file.h"
#include "gate/policy_case.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

const std::string kCases = SLUICE_SOURCE_DIR "/tests/unit/gate/decision_cases.yaml";

// The policies of the table stand in it as texts; one may extend another as `NAME.yaml`.
Policy policy_of(const yaml::Node& policies, const std::string& name) {
  auto read = [&](const std::string&, const std::string& path) -> Result<PolicyText> {
    return PolicyText{path, policies.find(path.substr(0, path.size() - 5))->scalar()};
  };
  REQUIRE(policies.find(name));
  Result<Policy> policy = parse_policy("policy.yaml", policies.find(name)->scalar(), read);
  INFO(name << ": " << (policy ? "" : to_string(policy.error())));
  REQUIRE(policy);
  return *std::move(policy);
}

// The table, read: each case names its policy.
std::vector<PolicyCase> read_table() {
  Result<std::string> text = read_file(kCases);
  REQUIRE(text);
  Result<yaml::Document> document = yaml::Document::parse("decision_cases.yaml", *text);
  REQUIRE(document);
  std::vector<PolicyCase> table;
  Errors errors;
  for (const yaml::Node& node : document->root().find("cases")->items()) {
    REQUIRE(node.find("policy"));
    table.push_back(read_policy_case(node, nullptr, policy_of(*document->root().find("policies"), node.find("policy")->scalar()), errors));
  }
  INFO(to_string(errors));
  REQUIRE(errors.empty());
  return table;
}

}  // namespace

TEST_CASE("the table of decisions", "[gate]") {
  std::vector<PolicyCase> table = read_table();
  REQUIRE(table.size() >= 80);
  for (const PolicyCase& one : table) {
    INFO(fmt::format("decision_cases.yaml:{}: {}", one.place.line, one.name));
    Decision decision = decide(one.input);
    // Every case of the table says all of it.
    CHECK(one.exit);
    CHECK((one.reasons || one.clauses));
    CHECK(differences(one, decision) == std::vector<std::string>{});
    for (const Reason& reason : decision.reasons) {
      // Every reason names its clause with a line, and says what to do.
      CHECK(reason.clause.place.file.ends_with(".yaml"));
      CHECK(reason.clause.place.line > 0);
      CHECK_FALSE(reason.what.empty());
      CHECK_FALSE(reason.remedy.empty());
    }
  }
}

TEST_CASE("the order in which evidence is given changes nothing about the reasons", "[gate]") {
  for (PolicyCase& one : read_table()) {
    Decision before = decide(one.input);
    std::ranges::reverse(one.input.assessments);
    std::ranges::reverse(one.input.scans);
    Decision after = decide(one.input);
    REQUIRE(before.reasons.size() == after.reasons.size());
    for (std::size_t i = 0; i < before.reasons.size(); ++i) {
      CHECK(line_of(before.reasons[i]) == line_of(after.reasons[i]));
      CHECK(before.reasons[i].what == after.reasons[i].what);
    }
  }
}

TEST_CASE("every clause of a stage has an account that adds up", "[gate]") {
  for (const PolicyCase& one : read_table()) {
    INFO(one.name);
    Decision decision = decide(one.input);
    std::size_t decided = 0;
    for (const Account& account : decision.accounts) {
      std::size_t not_decided = 0;
      for (const auto& [why, count] : account.why_not) not_decided += count;
      CHECK(account.looked_at == account.decided + not_decided);
      decided += account.decided;
    }
    CHECK(decided == decision.reasons.size());
  }
}
