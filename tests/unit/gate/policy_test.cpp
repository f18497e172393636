#include "gate/policy.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "gate/first_seen.h"
#include "gate/release.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

const std::string kDeadlines =
    "policy: p\n"
    "version: \"1\"\n"
    "deadlines: { high: { from: 8.0, days: 60 }, medium: { from: 5, days: 180 }, low: { days: best-effort } }\n";

std::string errors_of(const std::string& text) {
  Result<Policy> policy = parse_policy("p.yaml", text);
  return policy ? "" : to_string(policy.error());
}

}  // namespace

TEST_CASE("the shipped policy has the deadlines of the security process", "[gate]") {
  Result<Policy> policy = load_policy(SLUICE_SOURCE_DIR "/gate/policies/product-release.yaml");
  REQUIRE(policy);
  const Deadlines& deadlines = policy->deadlines;
  CHECK(deadlines.of(band_of(Score{80}, deadlines.thresholds)).days == 60);
  CHECK(deadlines.of(band_of(Score{79}, deadlines.thresholds)).days == 180);
  CHECK(deadlines.of(band_of(Score{50}, deadlines.thresholds)).days == 180);
  CHECK_FALSE(deadlines.of(band_of(Score{49}, deadlines.thresholds)).days);
  REQUIRE(policy->find_stage("pre-sandbox"));
  CHECK(policy->find_stage("pre-sandbox")->assessments.empty());
  REQUIRE(policy->find_stage("release"));
  CHECK(policy->find_stage("release")->assessments.size() == 1);
  CHECK_FALSE(policy->find_stage("production"));
}

TEST_CASE("a stage that extends another keeps what it does not say again", "[gate]") {
  Result<Policy> policy = parse_policy("p.yaml", kDeadlines +
                                                     "stages:\n"
                                                     "  one:\n"
                                                     "    vulnerabilities: { unrated: report, overdue: condition }\n"
                                                     "    scans: [{ id: code, tools: [Sluice] }]\n"
                                                     "  two:\n"
                                                     "    extends: one\n"
                                                     "    vulnerabilities: { overdue: hold }\n");
  REQUIRE(policy);
  const StagePolicy& two = *policy->find_stage("two");
  CHECK(two.vulnerabilities.overdue.effect == Effect::Hold);
  CHECK(two.vulnerabilities.overdue.place == Place{"p.yaml", 10, 33});
  CHECK(two.vulnerabilities.unrated.effect == Effect::Report);
  CHECK(two.vulnerabilities.unrated.place == Place{"p.yaml", 6, 33});
  CHECK(two.scans.size() == 1);
}

TEST_CASE("what the policy does not say is safe, and says so", "[gate]") {
  Result<Policy> policy = parse_policy("p.yaml", kDeadlines + "stages:\n  release: {}\n");
  REQUIRE(policy);
  const StagePolicy& stage = policy->stages[0];
  CHECK(stage.incomplete_scan.effect == Effect::Hold);
  CHECK(stage.vulnerabilities.overdue.effect == Effect::Hold);
  CHECK(stage.vulnerabilities.unrated.effect == Effect::Hold);
  CHECK(stage.vulnerabilities.overdue.is_default);
  CHECK(stage.vulnerabilities.overdue.place.line == 5);
}

TEST_CASE("all mistakes of a policy are told at once", "[gate]") {
  CHECK(errors_of("policy: p\n"
                  "deadlines:\n"
                  "  high: { from: 8.0, days: sixty }\n"
                  "  medium: { form: 5.0, days: 180 }\n"
                  "  low: { days: best-efort }\n"
                  "stages:\n"
                  "  release:\n"
                  "    extends: pre-sandbox\n"
                  "    vulnerabilites: { overdue: hold }\n"
                  "    findings: [{ id: x, when: { levels: [fatal], cwes: [SQL] }, then: block }]\n"
                  "    scans: [{ id: code, max-age-days: -1 }, { id: code, tools: [Sluice] }]\n") ==
        "p.yaml:1:1: `version` is missing\n"
        "p.yaml:3:28: `days` must be a number of days or `best-effort`\n"
        "p.yaml:4:11: `from` is missing\n"
        "p.yaml:4:13: unknown key `form`; did you mean `from`?\n"
        "p.yaml:5:16: `days` must be a number of days or `best-effort`\n"
        "p.yaml:8:14: there is no stage `pre-sandbox` above this one\n"
        "p.yaml:9:5: unknown key `vulnerabilites`; did you mean `vulnerabilities`?\n"
        "p.yaml:10:42: expected one of `error`, `warning`, `note`\n"
        "p.yaml:10:57: expected the number of a CWE, such as 79\n"
        "p.yaml:10:71: expected one of `hold`, `condition`, `report`, `deadline`\n"
        "p.yaml:11:13: `tools` is missing\n"
        "p.yaml:11:39: `max-age-days` must be from 0 to 36500\n"
        "p.yaml:11:45: `code` is there twice in `scans`\n");
}

TEST_CASE("bands that overlap are refused", "[gate]") {
  CHECK(errors_of("policy: p\nversion: \"1\"\n"
                  "deadlines: { high: { from: 5.0, days: 60 }, medium: { from: 5.0, days: 180 }, low: { days: best-effort } }\n"
                  "stages: { release: {} }\n") == "p.yaml:3:12: medium begins at 5.0, high at 5.0: high must begin above medium\n");
}

TEST_CASE("a policy that is no policy is refused, never an empty one", "[gate]") {
  for (const char* text : {"", "[]", "null", "{}", "x", "<html></html>", "policy: p\nversion: \"1\"\nstages: {}\n", "a: [1, 2\nb: 3", "\x01\x02"})
    CHECK_FALSE(parse_policy("p.yaml", text));
}

TEST_CASE("a release file names its build by digest and its days as days", "[gate]") {
  std::string digest = "sha256:" + std::string(64, 'a');
  Result<Release> good = parse_release("r.yaml", "product: P\nversion: \"2.0\"\ncommit: 3f1c0de\nbuild: " + digest +
                                                     "\nship-date: 2026-10-15\nsandbox: { name: s, build: " + digest +
                                                     ", deployed: 2026-09-20T10:00:00+02:00 }\n");
  REQUIRE(good);
  CHECK(instant_text(good->sandbox->deployed) == "2026-09-20T08:00:00Z");
  Result<Release> bad = parse_release("r.yaml", "product: P\nversion: 2.0\ncommit: main\nbuild: latest\nship-date: soon\nsandbox: { name: s }\nshipdate: 1\n");
  REQUIRE_FALSE(bad);
  CHECK(to_string(bad.error()) ==
        "r.yaml:3:9: `commit` must be a commit id: 7 to 64 hex digits in lower case\n"
        "r.yaml:4:8: `build` must be the digest of the build: `sha256:` and 64 hex digits in lower case\n"
        "r.yaml:5:12: `ship-date` must be a day such as 2026-03-09\n"
        "r.yaml:6:10: `build` is missing\n"
        "r.yaml:6:10: `deployed` is missing\n"
        "r.yaml:7:1: unknown key `shipdate`; did you mean `ship-date`?\n");
}

TEST_CASE("the first-seen file knows CVE ids, GHSA ids and identities", "[gate]") {
  Result<FirstSeen> days = parse_first_seen("f.yaml", "first-seen:\n  CVE-2026-1: 2026-01-02\n  GHSA-aaaa-bbbb-cccc: 2026-01-01\n  " +
                                                          std::string(64, '0') + ": 2026-01-03\n");
  REQUIRE(days);
  CHECK(days->find({"CVE-2026-1", "GHSA-aaaa-bbbb-cccc"}) == parse_day("2026-01-01"));
  CHECK_FALSE(days->find({"CVE-2026-2"}));
  Result<FirstSeen> bad = parse_first_seen("f.yaml", "first-seen:\n  log4shell: 2026-01-02\n  CVE-2026-1: yesterday\n");
  REQUIRE_FALSE(bad);
  CHECK(to_string(bad.error()) ==
        "f.yaml:2:3: `log4shell` is no CVE id, GHSA id or identity of 64 hex digits\n"
        "f.yaml:3:15: `CVE-2026-1` must be a day such as 2026-03-09\n");
}

TEST_CASE("the schema for editors and the reader know the same keys", "[gate]") {
  nlohmann::json schema = nlohmann::json::parse(*read_file(SLUICE_SOURCE_DIR "/gate/policy.schema.json"));
  const nlohmann::json& stage = schema["definitions"]["stage"]["properties"];
  struct Section {
    std::string before, after;  // around `key: 0`
    const nlohmann::json& keys;
  };
  auto in_stage = [&](const std::string& inner) { return kDeadlines + "stages: { release: { " + inner; };
  auto list = [&](const char* key) -> const nlohmann::json& { return stage[key]["items"]["properties"]; };
  const Section sections[] = {
      {in_stage(""), " } }\n", stage},
      {in_stage("vulnerabilities: { "), " } } }\n", stage["vulnerabilities"]["properties"]},
      {in_stage("findings: [{ "), " }] } }\n", list("findings")},
      {in_stage("findings: [{ id: x, then: hold, when: { "), " } }] } }\n", schema["definitions"]["filter"]["properties"]},
      {"policy: p\nversion: \"1\"\n", "\n", schema["properties"]},
      {kDeadlines + "scopes: { ", " }\n", schema["properties"]["scopes"]["properties"]},
      {kDeadlines + "signoff: { ", " }\n", schema["definitions"]["signoff"]["properties"]},
      {in_stage("vulnerabilities: { clauses: [{ "), " }] } } }\n", stage["vulnerabilities"]["properties"]["clauses"]["items"]["properties"]},
      {in_stage("vulnerabilities: { clauses: [{ id: x, then: hold, when: { "), " } }] } } }\n",
       schema["definitions"]["vulnerability-filter"]["properties"]},
      {in_stage("scans: [{ "), " }] } }\n", list("scans")},
      {in_stage("assessments: [{ "), " }] } }\n", list("assessments")},
      {in_stage("checklists: [{ "), " }] } }\n", list("checklists")},
  };
  for (const Section& section : sections) {
    // What the reader does not know it names; all that the schema has must not be among it.
    for (const auto& [key, value] : section.keys.items()) {
      INFO(section.before << key << section.after);
      CHECK(errors_of(section.before + key + ": 0" + section.after).find("unknown key `" + key) == std::string::npos);
    }
    CHECK(errors_of(section.before + "qqqqqqqqqqqq: 0" + section.after).find("unknown key `qqqqqqqqqqqq`") != std::string::npos);
  }
}
