// The readers of what people and feeds say: what is refused, where, and what a signature is about.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/text.h"
#include "gate/environment.h"
#include "gate/policy.h"
#include "gate/deployments.h"
#include "gate/product_version.h"
#include "gate/re_rating.h"
#include "gate/remediation.h"
#include "gate/sbom.h"
#include "gate/threat_feeds.h"
#include "gate/version_range.h"
#include "gate/waiver.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

const std::string kWaiver =
    "waivers:\n"
    "  - id: W-1\n"
    "    covers: { ids: [CVE-2026-1] }\n"
    "    reason: not reachable\n"
    "    likelihood: rare\n"
    "    impact: minor\n"
    "    level: low\n"
    "    control: proxy\n"
    "    max-score: 8.1\n"
    "    product-versions: '>=2.0 <3.0'\n"
    "    author: a@example.org\n"
    "    approver: b@example.org\n"
    "    role: ciso\n"
    "    approved: 2026-01-10\n"
    "    expires: 2026-06-30\n";

template <class T>
std::string errors_of(const Result<T>& result) {
  return result ? "" : to_string(result.error());
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

int order(std::string_view a, std::string_view b) {
  auto order = compare_versions(a, b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

}  // namespace

TEST_CASE("versions are compared as people mean them", "[gate]") {
  // Each is less than the next.
  const char* const rising[] = {"0.9", "1.0-dev", "1.0-alpha.1", "1.0-alpha.2", "1.0-beta", "1.0-rc1", "1.0", "1.0-1", "1.0.1", "1.2", "1.10", "2", "2.0.0.1", "1:0.1"};
  for (std::size_t i = 0; i < std::size(rising); ++i)
    for (std::size_t j = 0; j < std::size(rising); ++j) {
      INFO(rising[i] << " and " << rising[j]);
      CHECK(order(rising[i], rising[j]) == (i < j ? -1 : i > j ? 1 : 0));
    }
  CHECK(order("1.0", "1.0.0") == 0);
  CHECK(order("v1.2", "1.2") == 0);
  CHECK(order("1.0~rc1", "1.0") == -1);
  CHECK(order("2.0.Final", "2.0") == 0);
  CHECK(order("2.36-9+deb12u4", "2.36-9+deb12u10") == -1);
  CHECK(order("99999999999999999999.1", "99999999999999999998.9") == 1);
}

TEST_CASE("version ranges: alternatives, bounds, mistakes", "[gate]") {
  auto range = VersionRange::parse(">=1.0 <1.5 || =2.0");
  REQUIRE(range);
  CHECK(range->contains("1.0"));
  CHECK(range->contains("1.4.9"));
  CHECK_FALSE(range->contains("1.5"));
  CHECK_FALSE(range->contains("0.9"));
  CHECK(range->contains("2.0.0"));
  CHECK_FALSE(range->contains(""));
  CHECK(range->is_bounded_above());
  CHECK_FALSE(VersionRange::parse("<1.0 || >2.0")->is_bounded_above());
  for (const char* wrong : {"", "*", ">=", "1.x || ", "|| 1", "^1.2", "1.*", ">= 1.0", "<1,2"}) {
    INFO(wrong);
    CHECK_FALSE(VersionRange::parse(wrong));
  }
}

TEST_CASE("a waiver is read whole or refused at its places", "[gate]") {
  Result<Waivers> waivers = parse_waivers("w.yaml", kWaiver);
  REQUIRE(waivers);
  CHECK(waivers->list[0].max_score == Score{81});
  CHECK(waivers->list[0].place.line == 2);
  CHECK(errors_of(parse_waivers("w.yaml", replaced(replaced(replaced(kWaiver, "ids: [CVE-2026-1]", "ids: [log4shell]"), "max-score: 8.1", "max-score: high"),
                                                   "    role: ciso\n", "    rolle: ciso\n"))) ==
        "w.yaml:2:5: `role` is missing\n"
        "w.yaml:3:20: `log4shell` in `ids` is no CVE or GHSA id\n"
        "w.yaml:9:16: `max-score` must be a score from 0.0 to 10.0\n"
        "w.yaml:13:5: unknown key `rolle`; did you mean `role`?\n");
  CHECK(errors_of(parse_waivers("w.yaml", kWaiver + kWaiver.substr(9))) == "w.yaml:16:9: waiver `W-1` is there already, at w.yaml:2:9\n");
  CHECK(errors_of(parse_waivers("w.yaml", kWaiver + "    previous: W-0\n")) ==
        "w.yaml:2:9: `previous` names `W-0`, which is not there: keep the waivers that were renewed\n");
  CHECK(errors_of(parse_waivers("w.yaml", kWaiver + "    previous: W-1\n")) == "w.yaml:2:9: waiver `W-1` renews itself, by way of `W-1`\n");
}

TEST_CASE("every word of a waiver is signed", "[gate]") {
  const std::string signed_text = signed_bytes(parse_waivers("w.yaml", kWaiver)->list[0]);
  CHECK(signed_text.starts_with("sluice-waiver/1\nid: \"W-1\"\ncovers.ids: [\"CVE-2026-1\"]\n"));
  const std::pair<const char*, const char*> changes[] = {
      {"W-1", "W-2"}, {"CVE-2026-1", "CVE-2026-2"}, {"ids: [CVE-2026-1]", "ids: [CVE-2026-1], rules: [x]"}, {"not reachable", "not  reachable"}, {"rare", "likely"},
      {"minor", "major"}, {"low", "high"}, {"proxy", "none"}, {"8.1", "8.2"}, {"<3.0", "<4.0"}, {"a@example.org", "c@example.org"}, {"b@example.org", "c@example.org"},
      {"ciso", "dev"}, {"2026-01-10", "2026-01-11"}, {"2026-06-30", "2026-07-01"}};
  for (const auto& [from, to] : changes) {
    INFO(from << " -> " << to);
    CHECK(signed_bytes(parse_waivers("w.yaml", replaced(kWaiver, from, to))->list[0]) != signed_text);
  }
  // The same written differently is the same: another file, another order of ids and keys.
  CHECK(signed_bytes(parse_waivers("other.yaml", "# moved\n" + replaced(kWaiver, "{ ids: [CVE-2026-1] }", "\n      ids: CVE-2026-1"))->list[0]) == signed_text);
  // No value can pretend to be the next line.
  std::string forged = signed_bytes(parse_waivers("w.yaml", replaced(kWaiver, "not reachable", "\"x\\nlikelihood: rare\""))->list[0]);
  CHECK(std::ranges::count(forged, '\n') == std::ranges::count(signed_text, '\n'));
}

TEST_CASE("a KEV catalog is whole or refused", "[gate]") {
  const std::string good =
      R"({"title": "CISA Catalog", "catalogVersion": "2026.11.20", "dateReleased": "2026-11-20T14:00:34.6432Z", "count": 2, "vulnerabilities": [
  {"cveID": "CVE-2021-44228", "vendorProject": "Apache", "dateAdded": "2021-12-10", "dueDate": "2021-12-24"},
  {"cveID": "CVE-2026-1", "dateAdded": "2026-11-19"}]})";
  Result<KevCatalog> catalog = parse_kev("kev.json", good);
  REQUIRE(catalog);
  CHECK(catalog->released == parse_day("2026-11-20"));
  CHECK(catalog->find("CVE-2021-44228") == parse_day("2021-12-10"));
  CHECK_FALSE(catalog->find("CVE-2021-4422"));
  CHECK_FALSE(catalog->find("GHSA-jfh8-c2jp-5v3q"));
  CHECK(errors_of(parse_kev("kev.json", replaced(good, "\"count\": 2", "\"count\": 3"))).find("counts 3 entries and has 2: it is not whole") != std::string::npos);
  CHECK(errors_of(parse_kev("kev.json", replaced(good, "2026-11-19", "yesterday"))).find("expected `dateAdded`") != std::string::npos);
  CHECK(errors_of(parse_kev("kev.json", replaced(good, "CVE-2026-1", "CVE-1"))).find("expected `cveID`") != std::string::npos);
  for (const std::string& garbage : {std::string("{}"), std::string("[]"), std::string("<html>login</html>"), std::string(), good.substr(0, good.size() / 2),
                                     std::string(R"({"error": "unauthorized"})"), std::string(R"({"catalogVersion": "1", "dateReleased": "2026-11-20T00:00:00Z", "count": 0, "vulnerabilities": []})")}) {
    INFO(garbage);
    CHECK_FALSE(parse_kev("kev.json", garbage));
  }
}

TEST_CASE("a table of EPSS scores is whole or refused", "[gate]") {
  const std::string good =
      "#model_version:v2025.03.14,score_date:2026-11-20T12:55:00Z\n"
      "cve,epss,percentile\n"
      "CVE-2026-1,0.97565,0.99996\n"
      "CVE-1999-0001,0.01141,0.77932\n";
  Result<EpssScores> scores = parse_epss("epss.csv", good);
  REQUIRE(scores);
  CHECK(scores->scored == parse_day("2026-11-20"));
  CHECK(scores->model == "v2025.03.14");
  CHECK(scores->find("CVE-2026-1") == 0.97565);
  CHECK(scores->find("CVE-1999-0001") == 0.01141);
  CHECK_FALSE(scores->find("CVE-1999-0002"));
  CHECK(errors_of(parse_epss("epss.csv", good.substr(0, good.size() - 1))) == "epss.csv:4:1: the last line has no end: the table is not whole\n");
  CHECK(errors_of(parse_epss("epss.csv", replaced(good, "0.97565", "1.97565"))) == "epss.csv:3:1: expected a CVE id and two numbers from 0 to 1\n");
  CHECK(errors_of(parse_epss("epss.csv", replaced(good, "cve,epss", "cve,score"))) == "epss.csv:2:1: expected the columns `cve,epss,percentile`\n");
  CHECK(errors_of(parse_epss("epss.csv", good + "CVE-2026-1,0.1,0.1\n")) == "epss.csv: a CVE id stands in the table twice\n");
  CHECK(errors_of(parse_epss("epss.csv", "\x1f\x8bzzz")) == "epss.csv: is packed (gzip): unpack it first\n");
  for (const std::string& garbage : {std::string(), std::string("<html>login</html>"), std::string("cve,epss,percentile\nCVE-2026-1,0.1,0.2\n"), good.substr(0, 79)}) {
    INFO(garbage);
    CHECK_FALSE(parse_epss("epss.csv", garbage));
  }
}

TEST_CASE("environments: metrics are checked, and used where a version has them", "[gate]") {
  auto environment = [](std::string_view metrics) {
    return parse_environments("a.yaml", fmt::format("assets:\n  - {{ id: x, hosts: [h], metrics: \"{}\" }}\n", metrics));
  };
  CHECK(errors_of(environment("CR:Q")) == "a.yaml:2:35: `Q` is no value of `CR`; expected metrics such as `CR:H/IR:H/MAV:A`\n");
  CHECK(errors_of(environment("AV:N")) == "a.yaml:2:35: `AV` is no environmental metric of CVSS 2.0, 3.x or 4.0; expected metrics such as `CR:H/IR:H/MAV:A`\n");
  CHECK(errors_of(environment("CR:H/CR:L")) == "a.yaml:2:35: `CR` is there twice\n");
  CHECK(errors_of(parse_environments("a.yaml", "assets:\n  - { id: x, metrics: CR:H }\n")) == "a.yaml:2:5: expected `hosts`, `images` or `components`: which asset is meant\n");
  AssetEnvironment one = environment("CDP:H/TD:M/AR:H/MC:N/MVC:N")->list[0];
  // The same vectors with the metrics written into them, each of its own version.
  auto environmental = [](std::string_view vector) { return *score_cvss(vector)->environmental; };
  CHECK(score_in(one, "AV:N/AC:L/Au:N/C:P/I:P/A:P") == environmental("AV:N/AC:L/Au:N/C:P/I:P/A:P/CDP:H/TD:M/AR:H"));
  CHECK(score_in(one, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H") == environmental("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/AR:H/MC:N"));
  CHECK(score_in(one, "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N") ==
        score_cvss("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/AR:H/MVC:N")->base);
  // Temporal metrics of the report do not come in by the back door.
  CHECK(score_in(one, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O") == environmental("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/AR:H/MC:N"));
  CHECK_FALSE(score_in(environment("MVC:N")->list[0], "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"));
  CHECK_FALSE(score_in(one, "nonsense"));
}

TEST_CASE("rating events say what is wrong with them", "[gate]") {
  CHECK(errors_of(parse_rating_events("r.yaml", "re-ratings:\n  - { id: x, on: 2026-02-30, from: CVSS:3.1/AV:N, to: '', source: s, approver: a, role: r }\n")) ==
        "r.yaml:2:11: `x` is no CVE id, GHSA id or identity of 64 hex digits\n"
        "r.yaml:2:18: `on` must be a day such as 2026-03-09\n"
        "r.yaml:2:36: `from`: mandatory metrics are missing: `AC`, `PR`, `UI`, `S`, `C`, `I`, `A`\n"
        "r.yaml:2:55: `to` is empty\n");
  CHECK(errors_of(parse_rating_events("r.yaml", "vendor-fixes:\n  - { id: CVE-2026-1, waiting-since: 2026-02-02, until: 2026-02-01, source: s, approver: a, role: r }\n")) ==
        "r.yaml:2:5: `until` is before `waiting-since`\n");
  CHECK_FALSE(parse_rating_events("r.yaml", "{}"));
}

TEST_CASE("the risk part of a policy: mistakes at their places", "[gate]") {
  const std::string deadlines = "policy: p\nversion: \"1\"\ndeadlines: { high: { from: 8.0, days: 60 }, medium: { from: 5, days: 180 }, low: { days: best-effort } }\nstages: { release: {} }\n";
  auto errors = [&](const std::string& risk) { return errors_of(parse_policy("p.yaml", deadlines + risk)); };
  CHECK(errors("risk:\n  likelihood: [rare, likely]\n  impact: [minor, severe]\n  levels: [{ level: low, roles: x }, { level: high }]\n  matrix:\n    rare: [low, high]\n    likely: [low, high]\n").empty());
  CHECK(errors("risk:\n  likelihood: [rare, likely]\n  impact: [minor, severe]\n  levels: [{ level: low, roles: x }, { level: high }]\n  matrix:\n    rare: [low, high]\n    likely: [low, low]\n") ==
        "p.yaml:10:5: likely and severe give `low`, lower than what is less likely or less bad\n");
  CHECK(errors("risk:\n  likelihood: [rare]\n  impact: [minor, severe]\n  levels: [{ level: low, max-days: 367 }]\n  matrix:\n    rare: [low]\n    often: [low]\n") ==
        "p.yaml:6:15: `likelihood` must be at least two words, rising, each once\n"
        "p.yaml:8:36: `max-days` must be from 1 to 366\n"
        "p.yaml:10:11: expected 2 levels, one for each impact: minor, severe\n"
        "p.yaml:11:5: unknown key `often`\n");
  CHECK(errors("vex: [{ author: a, may: fixed, signed-by: [] }]\n") == "p.yaml:5:43: `signed-by` names nobody; leave it out\n");
  CHECK(errors("vex: [{ author: a, may: [affected] }]\n").find("expected one of `not_affected`, `fixed`, `false_positive`") != std::string::npos);
}

TEST_CASE("the schemas for editors and the readers of risk files know the same keys", "[gate]") {
  auto schema_of = [](const char* name) { return nlohmann::json::parse(*read_file(fmt::format(SLUICE_SOURCE_DIR "/gate/{}.schema.json", name))); };
  auto item = [](const nlohmann::json& schema, const char* list) { return schema["properties"][list]["items"]["properties"]; };
  nlohmann::json waiver = item(schema_of("waivers"), "waivers"), ratings = schema_of("ratings");
  struct Section {
    std::string before, after;
    nlohmann::json keys;
    std::string (*errors)(const std::string&);
  };
  const Section sections[] = {
      {"waivers: [{ ", " }]\n", waiver, [](const std::string& text) { return errors_of(parse_waivers("f", text)); }},
      {"waivers: [{ covers: { ", " } }]\n", waiver["covers"]["properties"], [](const std::string& text) { return errors_of(parse_waivers("f", text)); }},
      {"re-ratings: [{ ", " }]\n", item(ratings, "re-ratings"), [](const std::string& text) { return errors_of(parse_rating_events("f", text)); }},
      {"vendor-fixes: [{ ", " }]\n", item(ratings, "vendor-fixes"), [](const std::string& text) { return errors_of(parse_rating_events("f", text)); }},
      {"assets: [{ ", " }]\n", item(schema_of("assets"), "assets"), [](const std::string& text) { return errors_of(parse_environments("f", text)); }},
      {"deployments: [{ ", " }]\n", item(schema_of("deployments"), "deployments"), [](const std::string& text) { return errors_of(parse_deployments("f", text)); }},
      {"plans: [{ ", " }]\n", item(schema_of("plans"), "plans"), [](const std::string& text) { return errors_of(parse_plans("f", text)); }},
      {"", "\n", schema_of("product_version")["properties"], [](const std::string& text) { return errors_of(parse_product_version("f", text)); }},
  };
  for (const Section& section : sections) {
    REQUIRE(section.keys.size() >= 4);
    for (const auto& [key, value] : section.keys.items()) {
      INFO(section.before << key);
      CHECK(section.errors(section.before + key + ": 0" + section.after).find("unknown key `" + key) == std::string::npos);
    }
    CHECK(section.errors(section.before + "qqqqqqqqqqqq: 0" + section.after).find("unknown key `qqqqqqqqqqqq`") != std::string::npos);
  }
}

TEST_CASE("the samples of risk files are read", "[gate]") {
  const std::string folder = SLUICE_SOURCE_DIR "/tests/unit/gate/data/risk/";
  auto text = [&](const char* name) { return *read_file(folder + name); };
  CHECK(errors_of(parse_waivers("w", text("waivers.yaml"))).empty());
  CHECK(errors_of(parse_rating_events("r", text("ratings.yaml"))).empty());
  CHECK(errors_of(parse_environments("a", text("assets.yaml"))).empty());
  CHECK(errors_of(parse_kev("k", text("kev.json"))).empty());
  CHECK(errors_of(parse_epss("e", text("epss.csv"))).empty());
  CHECK(errors_of(parse_plans("p", text("plans.yaml"))).empty());
  CHECK(errors_of(parse_product_version("v", text("version.yaml"))).empty());
  CHECK(parse_sbom("s", text("sbom.json"))->components.size() == 2);
  CHECK(parse_sbom("s", text("sbom.spdx.json"))->components[0].purl == "pkg:deb/debian/zlib@1.2.11");
  CHECK_FALSE(parse_sbom("s", R"({"bomFormat": "CycloneDX", "components": []})"));
  Result<Deployments> yaml = parse_deployments("d.yaml", text("deployments.yaml")), csv = parse_deployments("d.csv", text("deployments.csv"));
  REQUIRE((yaml && csv));
  CHECK(yaml->list[0].customer == csv->list[0].customer);
  CHECK(yaml->list[0].since == csv->list[0].since);
  CHECK(errors_of(parse_deployments("d.csv", "customer,instance,version,regoin\nA,a,1,x\n")) == "d.csv:1:1: unknown column `regoin`; did you mean `region`?\n");
  CHECK(errors_of(parse_deployments("d.csv", "customer,instance,version\nA,a,1\nA,a,2\n")) == "d.csv:3:1: instance `a` of A is there already, at d.csv:2:1\n");
}

TEST_CASE("a policy that extends another accepts no more risk, trusts nobody more, gives no more time", "[gate]") {
  const std::string base =
      "policy: company\nversion: '1'\n"
      "deadlines: { high: { from: 8.0, days: 60 }, medium: { from: 5, days: 180 }, low: { days: best-effort }, exploited: { days: 14, max-age-days: 7 },\n"
      "             vendor-fix: { stops-clock-for-days: 30 }, raised-score-grace-days: 5 }\n"
      "risk: { likelihood: [rare, likely], impact: [minor, severe], levels: [{ level: low, roles: [lead, ciso], max-days: 90 }, { level: high, roles: ciso }],\n"
      "        matrix: { rare: [low, high], likely: [high, high] }, max-renewals: 1, re-rating-roles: [lead] }\n"
      "vex: [{ author: psirt, may: [fixed] }, { author: ops, may: fixed, signed-by: [bob, cid] }]\n"
      "stages: { release: { waivers: { expired: condition } } }\n";
  auto errors = [&](const std::string& more) {
    return errors_of(parse_policy("p.yaml", "policy: p\nversion: '1'\nextends: c.yaml\n" + more,
                                  [&](const std::string&, const std::string&) { return Result<PolicyText>(PolicyText{"c.yaml", base}); }));
  };
  auto risk = [](std::string levels, std::string matrix, std::string rest) {
    return "risk: { likelihood: [rare, likely], impact: [minor, severe], levels: [" + levels + "], matrix: { " + matrix + " }, " + rest + " }\n";
  };
  const std::string levels = "{ level: low, roles: lead, max-days: 90 }, { level: high }", matrix = "rare: [low, high], likely: [high, high]";
  // The same or tighter.
  CHECK(errors("").empty());
  CHECK(errors(risk(levels, matrix, "max-renewals: 0")).empty());
  CHECK(errors("vex: [{ author: psirt, may: fixed }]\n").empty());
  CHECK(errors("vex: [{ author: psirt, may: fixed, signed-by: ann }, { author: ops, may: fixed, signed-by: bob }]\n").empty());
  CHECK(errors("deadlines: { exploited: { days: 7, max-age-days: 7 }, raised-score-grace-days: 0, from: publication }\n").empty());
  // Looser, each in one way.
  const std::pair<std::string, const char*> looser[] = {
      {risk("{ level: low, roles: [lead, dev], max-days: 90 }, { level: high }", matrix, "max-renewals: 1"), "risk.levels.low.roles"},
      {risk("{ level: low, roles: lead, max-days: 91 }, { level: high }", matrix, "max-renewals: 1"), "risk.levels.low.max-days"},
      {risk(levels, "rare: [low, low], likely: [high, high]", "max-renewals: 1"), "risk.matrix.rare (severe)"},
      {risk(levels, matrix, "max-renewals: 2"), "risk.max-renewals"},
      {risk(levels, matrix, "max-renewals: 1, re-rating-roles: [dev]"), "risk.re-rating-roles"},
      {risk("{ level: tiny, roles: lead, max-days: 90 }, { level: high }", "rare: [tiny, high], likely: [high, high]", "max-renewals: 1"), "other words"},
      {"vex: [{ author: ops, may: fixed }]\n", "vex (ops may say fixed)"},
      {"vex: [{ author: ops, may: fixed, signed-by: [bob, dan] }]\n", "vex (ops may say fixed)"},
      {"vex: [{ author: psirt, may: not_affected }]\n", "vex (psirt may say not-affected)"},
      {"deadlines: { exploited: { days: 15, max-age-days: 7 } }\n", "deadlines.exploited"},
      {"deadlines: { exploited: { days: 14 } }\n", "deadlines.exploited.max-age-days"},
      {"deadlines: { vendor-fix: { stops-clock-for-days: 31 } }\n", "deadlines.vendor-fix"},
      {"deadlines: { raised-score-grace-days: 6 }\n", "deadlines.raised-score-grace-days"},
      {"deadlines: { environment: raises-and-lowers }\n", "deadlines.environment"},
      {"stages: { release: { waivers: { expired: report } } }\n", "waivers.expired"}};
  for (const auto& [text, told] : looser) {
    INFO(text << errors(text));
    CHECK(errors(text).find(told) != std::string::npos);
    CHECK(std::ranges::count(errors(text), '\n') == 1);
  }
}
