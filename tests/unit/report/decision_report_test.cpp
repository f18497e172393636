#include "report/decision_report.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/file.h"
#include "gate/decision.h"
#include "gate/gate_input.h"
#include "sarif/reader.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

Reason reason(Effect effect, Action action, std::string subject, std::string where) {
  Reason value;
  value.effect = effect;
  value.action = action;
  value.clause = {"stages.release.vulnerabilities.overdue", {"a/policy.yaml", 12, 3}, effect, false};
  value.subject = std::move(subject);
  value.where = std::move(where);
  value.what = "it is overdue";
  value.remedy = "update it";
  return value;
}

Decision decision() {
  Decision made;
  made.verdict = Verdict::Hold;
  made.stage = "release";
  made.as_of = *parse_day("2026-03-09");
  made.release.product = "Product";
  made.release.version = "2.0";
  made.release.build = "sha256:" + std::string(64, 'a');
  made.release.commit = "3f1c0de";
  made.release.ship_date = parse_day("2026-04-01");
  made.policy_id = "p";
  made.policy_version = "1";
  made.reasons = {reason(Effect::Hold, Action::Fix, "CVE-2026-1", "host-b"), reason(Effect::Hold, Action::Fix, "CVE-2026-1", "host-a"),
                  reason(Effect::Report, Action::Plan, "CVE-2026-2", "")};
  made.reasons[0].timing = Timing{Score{98}, Band::High, "CVSS 3.1 by nvd", *parse_day("2026-01-01"), "the tool", parse_day("2026-03-02")};
  made.reasons[2].timing = Timing{{}, {}, "", *parse_day("2026-01-01"), "the tool", {}};
  made.evidence = {{"policy", "a/policy.yaml", std::string(64, '0'), "p 1"}};
  return made;
}

bool fits_schema(const std::string& json) {
  valijson::Schema schema;
  nlohmann::json schema_document = nlohmann::json::parse(*read_file(SLUICE_SOURCE_DIR "/report/decision.schema.json"));
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_document), schema);
  nlohmann::json document = nlohmann::json::parse(json);
  return valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
}

}  // namespace

TEST_CASE("a decision as text: verdict, what to do, counts, evidence", "[report]") {
  CHECK(report::decision_text(decision(), report::Length::OnePage) ==
        "HOLD  Product 2.0 may not pass stage release: 2 reasons hold it\n"
        "as of 2026-03-09, policy p 1, build sha256:aaaaaaaaaaaa, commit 3f1c0de\n"
        "Decided by policy.yaml:12 vulnerabilities.overdue; 1 action turns it to go\n"
        "\n"
        "What holds it\n"
        " Fix: 2\n"
        "  * CVE-2026-1, at host-a, host-b\n"
        "    it is overdue [policy.yaml:12 vulnerabilities.overdue]\n"
        "    -> update it\n"
        "\n"
        "Good to know\n"
        " Plan: 1\n"
        "  * CVE-2026-2\n"
        "    it is overdue [policy.yaml:12 vulnerabilities.overdue]\n"
        "    -> update it\n"
        "\n"
        "Counts\n"
        "               open  overdue  due soon  overdue at ship date\n"
        "  High            0        0         0                     0\n"
        "  Medium          0        0         0                     0\n"
        "  Low             0        0         0                     0\n"
        "  unrated         0\n"
        "  (due soon: within 0 days; ship date: 2026-04-01)\n"
        "  analyzers: 0 errors, 0 warnings, 0 notes\n"
        "\n"
        "Evidence (SHA-256 shortened; JSON and Markdown have it whole)\n"
        "  policy      a/policy.yaml  0000000000000000  p 1\n");
}

TEST_CASE("a long group is cut on one page and whole in the full form", "[report]") {
  Decision made = decision();
  for (int i = 0; i < 20; ++i) made.reasons.insert(made.reasons.begin(), reason(Effect::Hold, Action::Fix, "CVE-2025-" + std::to_string(i), "h"));
  std::string page = report::decision_text(made, report::Length::OnePage), full = report::decision_text(made, report::Length::Full);
  CHECK(page.find("... and 15 more: --full shows them") != std::string::npos);
  CHECK(page.find("CVE-2025-1,") == std::string::npos);
  CHECK(full.find("more: --full") == std::string::npos);
  CHECK(full.find("CVE-2025-1,") != std::string::npos);
  CHECK(report::decision_markdown(made, report::Length::OnePage).find("and 15 more") != std::string::npos);
}

TEST_CASE("what a stranger's report says cannot forge lines, colours or markup", "[report]") {
  Decision made = decision();
  made.verdict = Verdict::Hold;
  made.reasons = {reason(Effect::Hold, Action::Fix, "\x1b[2J\nGO  all is well\n", "a|b`<script>@everyone")};
  std::string text = report::decision_text(made, report::Length::Full);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\nGO") == std::string::npos);
  std::string markdown = report::decision_markdown(made, report::Length::Full);
  CHECK(markdown.find("<script>") == std::string::npos);
  CHECK(markdown.find("\nGO") == std::string::npos);
  CHECK(markdown.find("@everyone") == std::string::npos);
  made.reasons[0].subject = "\xff\xfe";
  CHECK(fits_schema(report::decision_json(made)));
}

TEST_CASE("an update clears all that it says it of, a change of code one place", "[report]") {
  Decision made = decision();
  made.reasons = {reason(Effect::Hold, Action::Fix, "CVE-2026-1", "a"), reason(Effect::Hold, Action::Fix, "CVE-2026-2", "b"),
                  reason(Effect::Hold, Action::Fix, "rule", "x.c:1"), reason(Effect::Hold, Action::Fix, "rule", "x.c:2"),
                  reason(Effect::Condition, Action::Fix, "CVE-2026-3", "a")};
  for (std::size_t i : {0, 1, 4}) made.reasons[i].remedy = "update libx to 1.1";
  for (std::size_t i : {2, 3}) made.reasons[i].remedy = "fix it: give a literal";
  nlohmann::json to_go = nlohmann::json::parse(report::decision_json(made))["toGo"];
  REQUIRE(to_go.size() == 3);
  CHECK(to_go[0]["remedy"] == "update libx to 1.1");
  CHECK(to_go[0]["reasons"] == 2);
  CHECK(to_go[1]["reasons"] == 1);
}

TEST_CASE("a page and a JUnit report of a hostile decision keep their form", "[report]") {
  Decision made = decision();
  made.release.product = "</title><script>alert(1)</script>";
  made.mode = {Mode::Ratchet, {"a/policy.yaml", 3, 9}};
  made.reasons = {reason(Effect::Hold, Action::Fix, "<img src=x onerror=alert(1)>", "\"><b>"), reason(Effect::Report, Action::Plan, "]]></failure>\x1b[2J", "")};
  made.reasons[1].without_mode = Effect::Hold;
  made.accounts = {{made.reasons[0].clause, "things", 3, 2, {{"<i>not</i>", 1}}}};
  std::string page = report::decision_html(made), junit = report::decision_junit(made);
  for (const std::string* text : {&page, &junit})
    for (const char* bad : {"<script", "<img", "<b>\"", "<i>", "\x1b", "]]></failure>"}) {
      INFO(bad);
      CHECK(text->find(bad) == std::string::npos);
    }
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("1 more reason would hold in mode block") != std::string::npos);
  CHECK(junit.find("failures=\"1\" errors=\"0\" skipped=\"1\"") != std::string::npos);
  CHECK(report::decision_text(made, report::Length::Full).find("holds without `mode: ratchet`") != std::string::npos);
  CHECK(fits_schema(report::decision_json(made)));
}

TEST_CASE("a page has every reason, however many", "[report]") {
  Decision made = decision();
  for (int i = 0; i < 500; ++i) made.reasons.push_back(reason(Effect::Hold, Action::Fix, "CVE-2025-" + std::to_string(i), "h"));
  std::string page = report::decision_html(made);
  for (int i = 0; i < 500; ++i) CHECK(page.find("CVE-2025-" + std::to_string(i) + "<") != std::string::npos);
  made.reasons.clear();
  CHECK(report::decision_html(made).find("Nothing stands against it.") != std::string::npos);
}

TEST_CASE("a decision as JSON fits its schema and has every reason", "[report]") {
  std::string json = report::decision_json(decision());
  CHECK(fits_schema(json));
  nlohmann::json document = nlohmann::json::parse(json);
  CHECK(document["verdict"] == "hold");
  CHECK(document["exitCode"] == 1);
  CHECK(document["reasons"].size() == 3);
  CHECK(document["reasons"][0]["timing"]["score"] == 9.8);
  CHECK(document["reasons"][0]["clause"]["place"]["line"] == 12);
  document["verdict"] = "maybe";
  CHECK_FALSE(fits_schema(document.dump()));
}

TEST_CASE("a decision as SARIF has all results, says what each means, and suppresses what is set aside", "[report]") {
  sluice::Result<sarif::Log> log = sarif::read_log(
      "a.sarif", R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"T"}},"columnKind":"utf16CodeUnits","results":[
                 {"ruleId":"held","message":{"text":"m"}},{"ruleId":"waived","message":{"text":"m"}},{"ruleId":"neither","message":{"text":"m"}}]}]})");
  REQUIRE(log);
  GateInput input;
  input.scans = {checklists::resolve_scan(*log, "a.sarif", "")};
  const std::vector<checklists::ScanResult>& results = input.scans[0].runs[0].results;
  Decision made = decision();
  made.reasons[0].identity = results[0].identity;
  SetAside aside;
  aside.by = "waiver";
  aside.id = "W-1";
  aside.who = "Ada";
  aside.why = "behind a proxy";
  aside.until = parse_day("2026-12-31");
  aside.identity = results[1].identity;
  made.set_aside = {aside};
  nlohmann::json merged = nlohmann::json::parse(report::decision_sarif(made, input, {*log}));
  REQUIRE(merged["runs"].size() == 2);
  CHECK(merged["runs"][0]["tool"]["driver"]["name"] == "Sluice gate");
  CHECK(merged["runs"][0]["results"].size() == 2);  // the reasons that are about no result
  const nlohmann::json& written = merged["runs"][1]["results"];
  REQUIRE(written.size() == 3);
  CHECK(written[0]["properties"]["sluice/gate"]["effect"] == "hold");
  CHECK(written[0]["suppressions"].empty());
  CHECK(written[1]["suppressions"][0]["status"] == "accepted");
  CHECK(written[1]["suppressions"][0]["justification"] == "waiver W-1 by Ada until 2026-12-31: behind a proxy");
  CHECK_FALSE(written[2].contains("properties"));
  CHECK(written[2]["suppressions"].empty());
}
