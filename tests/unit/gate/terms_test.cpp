#include "gate/terms.h"

#include <catch2/catch.hpp>

#include "gate/baseline.h"
#include "gate/policy.h"
#include "sarif/reader.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

Terms terms_of(const std::string& text, std::string* told = nullptr) {
  Result<yaml::Document> document = yaml::Document::parse("t.yaml", text);
  REQUIRE(document);
  Errors errors;
  yaml::Fields fields(document->root(), errors);
  Terms terms = read_terms(fields);
  fields.finish();
  if (told) *told = to_string(errors);
  else CHECK(to_string(errors) == "");
  return terms;
}

sarif::Log log_of(const std::string& results) {
  sluice::Result<sarif::Log> log = sarif::read_log("l.sarif", R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"T"}},"results":[)" + results + "]}]}");
  REQUIRE(log);
  return *std::move(log);
}

std::string result(const std::string& rule, const std::string& more = "") {
  return R"({"ruleId":")" + rule + R"(","message":{"text":"m"})" + more + "}";
}

}  // namespace

TEST_CASE("the scope of a file is told by its path", "[gate]") {
  ScopeGlobs scopes = ScopeGlobs::defaults();
  const std::pair<const char*, Scope> paths[] = {
      {"src/main.c", Scope::Product},          {"", Scope::Product},
      {"src/contest/latest.c", Scope::Product}, {"testing/a.c", Scope::Product},
      {"test/a.c", Scope::Test},               {"a/b/tests/c/d.c", Scope::Test},
      {"pkg/foo_test.go", Scope::Test},        {"src/app.spec.ts", Scope::Test},
      {"examples/a.py", Scope::Example},       {"third_party/zlib/test/a.c", Scope::Vendored},
      {"web/node_modules/x/y.js", Scope::Vendored}, {"api/v1/a.pb.go", Scope::Generated},
      {"tests/generated/a.c", Scope::Generated},
  };
  for (const auto& [path, scope] : paths) {
    INFO(path);
    CHECK(to_string(scopes.of(path)) == to_string(scope));
  }
  scopes.globs[static_cast<std::size_t>(Scope::Test)] = {"qa/**"};
  CHECK(scopes.of("qa/a.c") == Scope::Test);
  CHECK(scopes.of("tests/a.c") == Scope::Product);
}

TEST_CASE("terms tell all their mistakes", "[gate]") {
  std::string told;
  terms_of("{ min-score: 11, min-epss: 2, min-age-days: -1, new-since: yesterday, suppression: [], scope: [tests], fixable: maybe }", &told);
  CHECK(told ==
        "t.yaml:1:113: expected `true` or `false`\n"
        "t.yaml:1:14: `min-score` must be a score from 0.0 to 10.0\n"
        "t.yaml:1:28: `min-epss` must be from 0 to 1\n"
        "t.yaml:1:45: `min-age-days` must be from 0 to 36500\n"
        "t.yaml:1:60: `new-since` must be `baseline`, `previous-active`, a day or a version\n"
        "t.yaml:1:84: `suppression` names nothing; leave it out\n"
        "t.yaml:1:96: expected one of `product`, `test`, `example`, `generated`, `vendored`; did you mean `test`?\n");
}

TEST_CASE("what is not known is on neither side of a limit", "[gate]") {
  Release release;
  TermContext context{*parse_day("2026-01-10"), release};
  Facts unknown;
  CHECK(first_unmet(terms_of("{ min-score: 0.0 }"), unknown, context) == "min-score");
  CHECK(first_unmet(terms_of("{ below-score: 10.0 }"), unknown, context) == "below-score");
  CHECK(first_unmet(terms_of("{ min-epss: 0 }"), unknown, context) == "min-epss");
  CHECK(first_unmet(terms_of("{ below-epss: 1 }"), unknown, context) == "below-epss");
  CHECK(first_unmet(terms_of("{ rated: false }"), unknown, context) == "");
  // What nobody says is fixable, not exploited, of the product, and new.
  CHECK(first_unmet(terms_of("{ fixable: true, exploited: false, scope: product, new-since: baseline }"), unknown, context) == "");
}

TEST_CASE("new since a version is told by the day on which it shipped", "[gate]") {
  Release release;
  release.previous_active = "1.9";
  release.shipped["1.9"] = *parse_day("2026-01-05");
  Facts facts;
  facts.first_seen = *parse_day("2026-01-05");
  NewSince active{NewSince::Kind::PreviousActive, {}, {}}, version{NewSince::Kind::Version, {}, "1.9"}, other{NewSince::Kind::Version, {}, "1.8"};
  CHECK_FALSE(is_new(facts, active, release));
  CHECK_FALSE(is_new(facts, version, release));
  CHECK(is_new(facts, other, release));
  facts.first_seen += std::chrono::days{1};
  CHECK(is_new(facts, active, release));
}

TEST_CASE("a baseline knows results by identity, and how many of them", "[gate]") {
  std::string a = result("a"), hidden = result("b", R"(,"suppressions":[{"kind":"inSource"}])"), passed = result("c", R"(,"kind":"pass")");
  Baseline baseline = make_baseline(log_of(a + "," + hidden + "," + passed), "base.sarif", "00");
  CHECK(baseline.open_results.size() == 1);
  CHECK(baseline.suppressed_results.size() == 1);
  std::vector<checklists::Scan> scans = {
      checklists::resolve_scan(log_of(a + "," + a + "," + hidden + "," + result("b") + "," + passed + "," + result("a", R"(,"baselineState":"unchanged")")), "now.sarif", "")};
  compare_with(baseline, scans);
  std::vector<std::string> states;
  for (const checklists::ScanResult& one : scans[0].runs[0].results)
    states.push_back(std::string(sarif::to_string(*one.baseline)) + (one.suppression_known ? " known" : ""));
  CHECK(states == std::vector<std::string>{"unchanged", "new", "unchanged known", "new", "new", "new"});
}

TEST_CASE("what a decision set aside is open in a baseline made of it", "[gate]") {
  std::string waived = R"({"kind":"external","status":"accepted","justification":"waiver W-1","properties":{"sluice/setAside":"waiver"}})";
  Baseline baseline = make_baseline(log_of(result("a", R"(,"suppressions":[)" + waived + "]") + "," +
                                           result("b", R"(,"suppressions":[{"kind":"inSource"},)" + waived + "]")), "base.sarif", "00");
  std::vector<checklists::Scan> scans = {checklists::resolve_scan(
      log_of(result("a", R"(,"suppressions":[{"kind":"inSource"}])") + "," + result("b", R"(,"suppressions":[{"kind":"inSource"}])")), "now.sarif", "")};
  compare_with(baseline, scans);
  CHECK(scans[0].runs[0].results[0].baseline == sarif::BaselineState::Unchanged);
  CHECK_FALSE(scans[0].runs[0].results[0].suppression_known);
  CHECK(scans[0].runs[0].results[1].suppression_known);
}

TEST_CASE("a baseline knows imported vulnerabilities by their fingerprint", "[gate]") {
  std::string identity(64, 'f');
  Baseline baseline = make_baseline(log_of(result("CVE-2026-1", R"(,"partialFingerprints":{"sluiceVulnerability/v1":")" + identity + "\"}")), "base.sarif", "00");
  CHECK(baseline.open.contains(identity));
  CHECK_FALSE(baseline.suppressed.contains(identity));
}
