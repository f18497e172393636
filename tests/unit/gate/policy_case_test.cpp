#include "gate/policy_case.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/file.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

Policy policy() {
  Result<Policy> read = parse_policy("p.yaml",
                                     "policy: p\nversion: '1'\n"
                                     "deadlines: { high: { from: 8, days: 60 }, medium: { from: 5, days: 180 }, low: { days: best-effort } }\n"
                                     "stages: { release: { findings: [{ id: errors, when: { levels: [error] }, then: hold }] } }\n");
  REQUIRE(read);
  return *std::move(read);
}

// What reading a file with one case complains of; `given` may be empty.
std::string errors_of(const std::string& text, PolicyCase* out = nullptr) {
  Result<yaml::Document> document = yaml::Document::parse("c.yaml", text);
  REQUIRE(document);
  Errors errors;
  PolicyCase one = read_policy_case(document->root().find("cases")->items()[0], document->root().find("given"), policy(), errors);
  if (out) *out = std::move(one);
  errors.sort_by_place();
  return to_string(errors);
}

}  // namespace

TEST_CASE("a case says itself what is not given for all", "[gate]") {
  PolicyCase one;
  CHECK(errors_of("given: { as-of: 2026-01-01, version: '3', findings: [{ rule: a, level: error }] }\n"
                  "cases: [{ name: x, as-of: 2026-02-02, findings: [], expect: { verdict: go } }]\n",
                  &one) == "");
  CHECK(day_text(one.input.as_of) == "2026-02-02");
  CHECK(one.input.release.version == "3");
  CHECK(one.input.scans.empty());
  CHECK(differences(one, decide(one.input)).empty());
}

TEST_CASE("a case that says nothing of its day or of what is expected is refused", "[gate]") {
  CHECK(errors_of("cases: [{ name: x }]\n") == "c.yaml:1:9: `as-of` is missing\nc.yaml:1:9: `expect` is missing\n");
  CHECK(errors_of("given: { as-of: 2026-01-01, naem: y }\ncases: [{ name: x, stage: sandbox, scans: [{ coverage: 5 }], expect: { verdict: go } }]\n") ==
        "c.yaml:1:29: unknown key `naem`; did you mean `name`?\n"
        "c.yaml:2:9: the policy has no stage `sandbox`\n"
        "c.yaml:2:56: `coverage` must be [files scanned, files skipped]\n");
}

TEST_CASE("reasons in another order are a difference", "[gate]") {
  PolicyCase one;
  CHECK(errors_of("cases: [{ name: x, as-of: 2026-02-02, findings: [{ rule: a, level: error }, { rule: b, level: error }],\n"
                  "  expect: { verdict: hold, reasons: ['hold fix findings.errors | b', 'hold fix findings.errors | a'] } }]\n",
                  &one) == "");
  CHECK(differences(one, decide(one.input)) == std::vector<std::string>{"+ reason: in another order"});
}

TEST_CASE("the schema of policy tests and their reader know the same keys", "[gate]") {
  nlohmann::json schema = nlohmann::json::parse(*read_file(SLUICE_SOURCE_DIR "/gate/policy_case.schema.json"))["definitions"];
  const nlohmann::json& one = schema["case"]["properties"];
  struct Section {
    std::string before, after;  // around `key: 0`
    const nlohmann::json& keys;
  };
  auto in_case = [](const std::string& inner) { return "cases: [{ " + inner; };
  const Section sections[] = {
      {in_case(""), " }]\n", one},
      {in_case("sandbox: { "), " } }]\n", one["sandbox"]["properties"]},
      {in_case("checklist: { "), " } }]\n", one["checklist"]["properties"]},
      {in_case("expect: { "), " } }]\n", one["expect"]["properties"]},
      {in_case("vulnerabilities: [{ "), " }] }]\n", schema["vulnerability"]["properties"]},
      {in_case("findings: [{ "), " }] }]\n", schema["finding"]["properties"]},
      {in_case("scans: [{ "), " }] }]\n", schema["scan"]["properties"]},
      {in_case("assessments: [{ "), " }] }]\n", schema["assessment"]["properties"]},
  };
  for (const Section& section : sections) {
    for (const auto& [key, value] : section.keys.items()) {
      INFO(section.before << key << section.after);
      CHECK(errors_of(section.before + key + ": 0" + section.after).find("unknown key `" + key) == std::string::npos);
    }
    CHECK(errors_of(section.before + "qqqqqqqqqqqq: 0" + section.after).find("unknown key `qqqqqqqqqqqq`") != std::string::npos);
  }
}
