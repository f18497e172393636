#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <filesystem>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "report/log_format.h"
#include "report/log_outline.h"
#include "sarif/log.h"

using namespace sluice;
using nlohmann::json;

namespace {

// Markup, a table's end, a workflow command on its own line, an escape sequence, the end
// of a CDATA section, a reordering character, a mention, something that decodes to a line break.
const std::string kHostile = "<b>x</b> | `y\n::error::z\x1b[2J]]>\xE2\x80\xAE@all%0A";
const std::string kHostilePath = "src/<i>,x:y\n::warning::q.c";
const std::string kHostileUri = "src/%3Ci%3E%2Cx%3Ay%0A%3A%3Awarning%3A%3Aq.c";

sarif::Location location(std::string uri, sarif::Region region) {
  sarif::Location out;
  out.physical_location.emplace();
  out.physical_location->artifact_location = sarif::ArtifactLocation{std::move(uri), "%SRCROOT%", -1, {}};
  out.physical_location->region = std::move(region);
  return out;
}

sarif::Region region(int line, int column, int end_line, int end_column) {
  sarif::Region out;
  out.start_line = line;
  out.start_column = column;
  out.end_line = end_line;
  out.end_column = end_column;
  return out;
}

sarif::Result result(std::string rule, sarif::Level level, std::string message, sarif::Location where) {
  sarif::Result out;
  out.rule_id = std::move(rule);
  out.level = level;
  out.message.text = std::move(message);
  out.locations.push_back(std::move(where));
  out.suppressions.emplace();
  return out;
}

sarif::Result injection() {
  sarif::Result out = result("sql-injection", sarif::Level::Error, "The statement holds `id`.", location("src/a%20b.c", region(12, 3, 12, 9)));
  out.locations[0].physical_location->region->snippet = sarif::ArtifactContent{"run(<id>)", {}, {}};
  out.partial_fingerprints.set_text("sluice/v1", "5765f354c09d3fa67fd566b538946b7b");
  sarif::ThreadFlow flow;
  for (int line : {10, 11, 12}) flow.locations.emplace_back().location = location("src/a%20b.c", region(line, 1, line, 5));
  out.code_flows.push_back({{}, {flow}, {}});
  sarif::Replacement replacement{region(12, 3, 12, 9), sarif::ArtifactContent{"bind(id)", {}, {}}, {}};
  out.fixes.push_back({sarif::Message{"Bind it.", {}, {}, {}, {}}, {{{"src/a%20b.c", {}, -1, {}}, {replacement}, {}}}, {}});
  return out;
}

sarif::Result suppressed() {
  sarif::Result out = result("weak-hash", sarif::Level::Note, "MD5 is weak.", location("src/c.c", region(1, 1, 1, 4)));
  sarif::Suppression suppression;
  suppression.status = sarif::SuppressionStatus::Accepted;
  suppression.justification = "a <checksum> only";
  out.suppressions->push_back(suppression);
  return out;
}

sarif::Notification notification(std::string code, sarif::Level level, std::string message, std::string uri = "", std::string rule = "") {
  sarif::Notification out;
  out.descriptor.emplace().id = std::move(code);
  out.level = level;
  out.message.text = std::move(message);
  if (!uri.empty()) out.locations.push_back(location(std::move(uri), {}));
  if (!rule.empty()) out.associated_rule.emplace().id = std::move(rule);
  return out;
}

sarif::Invocation invocation() {
  sarif::Invocation out;
  out.execution_successful = false;
  out.start_time_utc = "2026-03-09T08:00:01.000Z";
  const std::pair<const char*, int> facts[] = {{"sluice/filesDiscovered", 4}, {"sluice/filesScanned", 2}, {"sluice/filesSkipped", 1},
                                               {"sluice/filesIgnored", 1},    {"sluice/linesScanned", 30}, {"sluice/rulesRun", 2}};
  for (const auto& [name, value] : facts) out.properties.set_integer(name, value);
  out.tool_execution_notifications = {notification("file-skipped", sarif::Level::Warning, "not analyzed: too large.", "big.bin"),
                                      notification("budget-met", sarif::Level::Warning, "rule `r` was dropped for this file.", "src/a%20b.c", "r"),
                                      notification("tool-failed", sarif::Level::Error, "The tool `t` ended early.")};
  return out;
}

sarif::Log sample() {
  sarif::Log log;
  sarif::Run& run = log.runs.emplace_back();
  run.tool.driver.name = "Sluice";
  sarif::ReportingDescriptor& rule = run.tool.driver.rules.emplace_back();
  rule.id = "sql-injection";
  rule.short_description = sarif::Text{"Statement put together from text.", {}, {}};
  rule.help_uri = "https://example.com/sql";
  rule.properties.set_text("security-severity", "9.8");
  rule.relationships.emplace_back().target.id = "CWE-89";
  rule.relationships.emplace_back().target.id = "A03:2021";
  sarif::Result passed = result("sql-injection", sarif::Level::None, "A check that passed.", location("src/a%20b.c", region(1, 1, 1, 2)));
  passed.kind = sarif::Kind::Pass;
  // The worst does not come first in the log.
  run.results = {result("odd-rule", sarif::Level::Warning, kHostile, location(kHostileUri, region(7, 0, 9, 0))), injection(), suppressed(), passed};
  run.invocations.push_back(invocation());
  return log;
}

// As sarif/diff.h leaves it: one known, one new, one that is gone.
sarif::Log with_baseline() {
  sarif::Log log = sample();
  auto& results = *log.runs[0].results;
  results[0].baseline_state = sarif::BaselineState::New;
  results[1].baseline_state = sarif::BaselineState::Updated;
  results[2].baseline_state = results[3].baseline_state = sarif::BaselineState::Unchanged;
  results.push_back(result("gone-rule", sarif::Level::Error, "Was there once.", location("src/old.c", region(1, 1, 1, 2))));
  results.back().baseline_state = sarif::BaselineState::Absent;
  return log;
}

std::string render(std::string_view format, const sarif::Log& log) {
  auto found = find_log_format(format);
  REQUIRE(found);
  return found->render(log, {});
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool has_control_character(std::string_view text) {
  return has(text, "\xE2\x80\xAE") || std::ranges::any_of(text, [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7F; });
}

}  // namespace

TEST_CASE("no form lets a control or reordering character through to where it is looked at", "[report]") {
  for (const LogFormat& format : log_formats()) {
    if (format.name == "sarif") continue;  // data, kept as found; JSON escapes what is below U+0020
    INFO(format.name);
    std::string text = format.render(sample(), {});
    CHECK(is_valid_utf8(text));
    CHECK_FALSE(has(text, "\x1b"));
    if (format.name != "json" && format.name != "html") CHECK_FALSE(has_control_character(text));
    if (format.name != "json") CHECK_FALSE(has(text, "\xE2\x80\xAE"));
    CHECK(format.render(sample(), {}) == text);
  }
}

TEST_CASE("no form shows a pass or a result that is gone", "[report]") {
  for (const LogFormat& format : log_formats()) {
    if (format.name == "sarif") continue;
    INFO(format.name);
    CHECK_FALSE(has(format.render(with_baseline(), {}), "Was there once"));
    if (format.name != "text") CHECK_FALSE(has(format.render(sample(), {}), "A check that passed"));
  }
}

TEST_CASE("a log as workflow commands: worst first, nothing of a stranger begins a line", "[report]") {
  CHECK(render("github", sample()) ==
        "::error title=Sluice%3A tool-failed::The tool `t` ended early.\n"
        "::error file=src/a b.c,line=12,col=3,endLine=12,endColumn=9,title=sql-injection (CWE-89)::The statement holds `id`.\n"
        "::warning file=src/<i>%2Cx%3Ay%0A%3A%3Awarning%3A%3Aq.c,line=7,endLine=9,title=odd-rule::"
        "<b>x</b> | `y%0A::error::z\\x1b[2J]]>\\u{202e}@all%250A\n"
        "1 error, 1 warning, 0 notes; 1 suppressed\n"
        "2 of 4 files scanned (30 lines) with 2 rules; 1 skipped, 1 ignored; the analysis is incomplete\n");
}

TEST_CASE("of many annotations fifty are shown and the rest is counted", "[report]") {
  sarif::Log log = sample();
  for (int i = 0; i < 58; ++i) log.runs[0].results->push_back(injection());  // 60 open ones and the error of the tool
  std::vector<std::string> lines;
  const std::string text = render("github", log);
  for (std::string_view line : split(text, '\n')) lines.emplace_back(line);
  CHECK(std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with("::error"); }) == 50);
  CHECK(lines.at(50) == "::notice title=Sluice::11 more are not shown here; --format sarif or html has them all");
}

TEST_CASE("a log as Markdown: a row a finding, no cell broken", "[report]") {
  const std::string wanted = R"(### Sluice: 1 error, 1 warning, 0 notes; 1 suppressed

| Severity | Place | Rule | Message |
| --- | --- | --- | --- |
| error | <code>src/a b\.c:12:3</code> | sql\-injection<br>CWE\-89 | The statement holds <code>id</code>\. |
| warning | <code>src/&lt;i&gt;,x:y ::warning::q\.c:7</code> | odd\-rule | &lt;b&gt;x&lt;/b&gt; \| \`y ::error::z\\x1b\[2J\]\]&gt;\\u\{202e\}@)"
                                        "\xE2\x80\x8B" R"(all%0A |

**Not analyzed**

- <code>big\.bin</code>: not analyzed: too large\.
- <code>src/a b\.c</code>: rule <code>r</code> was dropped for this file\.
- The tool <code>t</code> ended early\.

<sub>2 of 4 files scanned (30 lines) with 2 rules; 1 skipped, 1 ignored; the analysis is incomplete</sub>
)";
  CHECK(render("markdown", sample()) == wanted);
}

TEST_CASE("a Markdown comment stays below what a platform takes", "[report]") {
  sarif::Log log = sample();
  for (int i = 0; i < 2000; ++i) log.runs[0].results->push_back(injection());
  std::string text = render("markdown", log);
  CHECK(text.size() < 65536);
  CHECK(has(text, " more are not shown here"));
}

TEST_CASE("a log as JSON", "[report]") {
  json log = json::parse(render("json", sample()));
  CHECK(log["version"] == 1);
  CHECK(log["complete"] == false);
  REQUIRE(log["results"].size() == 3);
  CHECK(log["results"][1] == json::parse(R"--({
    "rule": "sql-injection", "severity": "error", "path": "src/a b.c", "startLine": 12, "startColumn": 3, "endLine": 12, "endColumn": 9,
    "message": "The statement holds `id`.", "cwe": "CWE-89", "fingerprint": "5765f354c09d3fa67fd566b538946b7b", "suppressed": false,
    "fix": {"description": "Bind it.", "edits": [
      {"path": "src/a b.c", "startLine": 12, "startColumn": 3, "endLine": 12, "endColumn": 9, "text": "bind(id)"}]}})--"));
  CHECK(log["results"][0]["message"] == kHostile);
  CHECK(log["results"][0]["path"] == kHostilePath);
  CHECK(log["results"][2]["suppressed"] == true);
  CHECK(log["results"][2]["justification"] == "a <checksum> only");
  CHECK(log["skipped"] == json::parse(R"([{"file": "big.bin", "reason": "not analyzed: too large."},
                                          {"file": "src/a b.c", "rule": "r", "reason": "rule `r` was dropped for this file."}])"));
  CHECK(log["coverage"] == json::parse(R"({"discovered": 4, "scanned": 2, "skipped": 1, "ignored": 1, "lines": 30, "rules": 2})"));
  CHECK(log["errors"] == json::parse(R"([{"level": "error", "code": "tool-failed", "message": "The tool `t` ended early."}])"));
}

TEST_CASE("a log as GitLab's SAST report", "[report]") {
  json log = json::parse(render("gitlab-sast", sample()));
  CHECK(log["version"] == "15.2.1");
  CHECK(log["scan"]["start_time"] == "2026-03-09T08:00:01");
  CHECK(log["scan"]["end_time"] == "1970-01-01T00:00:00");  // the sample has none
  CHECK(log["scan"]["status"] == "failure");
  CHECK(log["scan"]["messages"][0]["value"] == "2 of 4 files scanned (30 lines) with 2 rules; 1 skipped, 1 ignored; the analysis is incomplete");
  CHECK(log["scan"]["messages"][3] == json::parse(R"({"level": "fatal", "value": "The tool `t` ended early."})"));
  REQUIRE(log["vulnerabilities"].size() == 2);  // the suppressed one stays out
  const json& found = log["vulnerabilities"][1];
  CHECK(found["name"] == "Statement put together from text.");
  CHECK(found["severity"] == "Critical");
  CHECK(found["identifiers"] == json::parse(R"([
    {"type": "sluice_rule_id", "name": "sql-injection", "value": "sql-injection", "url": "https://example.com/sql"},
    {"type": "cwe", "name": "CWE-89", "value": "89", "url": "https://cwe.mitre.org/data/definitions/89.html"},
    {"type": "owasp", "name": "A03:2021", "value": "A03:2021"}])"));
  CHECK(found["location"] == json::parse(R"({"file": "src/a b.c", "start_line": 12, "end_line": 12})"));
  CHECK(found["tracking"]["items"][0]["signatures"][0]["value"] == found["id"]);
  const json& flow = found["details"]["code_flows"]["items"][0];
  REQUIRE(flow.size() == 3);
  CHECK(flow[0]["node_type"] == "source");
  CHECK(flow[1]["node_type"] == "propagation");
  CHECK(flow[2]["node_type"] == "sink");
  CHECK(log["vulnerabilities"][0]["severity"] == "Medium");
  CHECK_FALSE(has(log["vulnerabilities"][0]["description"].get<std::string>(), "<b>"));
}

TEST_CASE("GitLab's schema takes its report", "[report]") {
  const std::filesystem::path file = SLUICE_SOURCE_DIR "/../shared/data/gl-sast-15.2.1.reduced.schema.json";
  if (!std::filesystem::exists(file)) {
    WARN("skipped: " << file << " is not there");
    return;
  }
  json schema_document = json::parse(*read_file(file));
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_document), schema);
  for (const sarif::Log& log : {sample(), with_baseline(), sarif::Log{}}) {
    json document = json::parse(render("gitlab-sast", log));
    valijson::ValidationResults mistakes;
    valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &mistakes);
    for (const auto& mistake : mistakes) FAIL_CHECK(mistake.description);
    // A schema that takes everything would prove nothing.
    document["scan"]["status"] = "fine";
    CHECK_FALSE(valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(document), nullptr));
  }
}

TEST_CASE("a log as GitLab's Code Quality report", "[report]") {
  json issues = json::parse(render("gitlab-codequality", sample()));
  REQUIRE(issues.size() == 2);
  CHECK(issues[0]["severity"] == "major");
  CHECK(issues[0]["location"] == json{{"path", kHostilePath}, {"lines", {{"begin", 7}, {"end", 9}}}});
  CHECK(issues[1]["severity"] == "blocker");
  CHECK(issues[1]["check_name"] == "sql-injection");
  CHECK(issues[1]["description"] == "The statement holds `id`.");
}

TEST_CASE("an identity lasts when lines move and is there once", "[report]") {
  sarif::Log log = sample(), moved = sample();
  (*moved.runs[0].results)[1].locations[0].physical_location->region = region(40, 1, 41, 2);
  CHECK(outline(log).findings[1].identity() == outline(moved).findings[1].identity());
  sarif::Result elsewhere = injection();
  elsewhere.locations[0].physical_location->artifact_location->uri = "src/other.c";
  for (const sarif::Result& more : {injection(), injection(), elsewhere}) log.runs[0].results->push_back(more);
  std::set<std::string> seen;
  for (const LogFinding& finding : outline(log).findings) seen.insert(finding.identity());
  CHECK(seen.size() == 6);
}

TEST_CASE("a log as JUnit report: well-formed, suppressed and skipped are told apart from passed", "[report]") {
  pugi::xml_document document;
  std::string text = render("junit", sample());
  REQUIRE(document.load_buffer(text.data(), text.size()));
  pugi::xml_node root = document.child("testsuites");
  // The scan itself, two things that it skipped and one error; two findings; one suppressed.
  CHECK(root.attribute("tests").as_int() == 7);
  CHECK(root.attribute("failures").as_int() == 2);
  CHECK(root.attribute("errors").as_int() == 1);
  CHECK(root.attribute("skipped").as_int() == 3);
  pugi::xml_node scan = root.first_child();
  CHECK(scan.child("properties").find_child_by_attribute("name", "filesSkipped").attribute("value").as_int() == 1);
  pugi::xml_node odd = scan.next_sibling();
  CHECK(odd.attribute("name").value() == std::string("src/<i>,x:y ::warning::q.c"));  // XML reads a line break there as a space
  CHECK(odd.child("testcase").child("failure").attribute("type").value() == std::string("warning"));
  CHECK(has(odd.child("testcase").child("failure").text().get(), "<b>x</b> | `y\n::error::z\\x1b[2J]]>\\u{202e}@all%0A"));
  CHECK(root.last_child().child("testcase").child("skipped").attribute("message").value() == std::string("suppressed: a <checksum> only"));
  CHECK_FALSE(has(text, "]]>"));
}

TEST_CASE("XML gets no character that it cannot hold", "[report]") {
  sarif::Log log = sample();
  (*log.runs[0].results)[0].message.text = "a\xEF\xBF\xBE" "b\xEF\xBF\xBF" "c\xFF" "d";
  CHECK(has(render("junit", log), "message=\"a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\\xffd\""));
}

TEST_CASE("a log as a page: nothing of it runs or is loaded, suppressed ones stand apart", "[report]") {
  std::string page = render("html", sample());
  CHECK(has(page, "content=\"default-src 'none'; style-src 'sha256-"));
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(has(page, "<b>x</b>"));
  CHECK_FALSE(has(page, "<i>,x"));
  CHECK(has(page, "&lt;b&gt;x&lt;/b&gt; | `y\n::error::z\\x1b[2J]]&gt;\\u{202e}@all%0A"));
  CHECK(has(page, "The statement holds <code>id</code>."));
  CHECK(has(page, "<span class=\"hit\"><i>12</i>run(&lt;id&gt;)</span>"));
  CHECK(has(page, "2 of 4 files scanned (30 lines) with 2 rules; 1 skipped, 1 ignored; the analysis is incomplete"));
  CHECK(page.find("sql-injection") < page.find("odd-rule"));
  CHECK(page.find("MD5 is weak") > page.find("<h2>Suppressed: 1</h2>"));
  CHECK(has(page, "Suppressed: a &lt;checksum&gt; only"));
  CHECK(has(page, "<span class=\"place\">big.bin</span> not analyzed: too large."));
}

TEST_CASE("the text form shows paths as they are called, with what would act on a terminal made visible", "[report]") {
  std::string text = render("text", sample());
  CHECK(has(text, "src/a b.c:12:3  error  sql-injection  CWE-89\n"));
  CHECK(has(text, "\\x1b[2J]]>\\u{202e}@all%0A"));
  CHECK(has(text, "warning: src/a b.c: rule `r` was dropped for this file.\n"));
}

TEST_CASE("the text form holds no command for the server that keeps the log", "[report]") {
  sarif::Log log = sample();
  sarif::Result& odd = (*log.runs[0].results)[0];
  odd.rule_id = "::error::";
  odd.message.text = "::set-env name=a::b ##vso[task.setvariable]c ##[error]d ## heading";
  odd.locations[0].physical_location->artifact_location->uri = "::error::%0A::stop-commands::x";
  log.runs[0].results->push_back(injection());
  log.runs[0].results->back().fixes[0].artifact_changes[0].replacements[0].inserted_content->text = "a\n::error::b";
  std::string text = render("text", log);
  CHECK(has(text, "    \\x3a:set-env name=a::b #\\x23vso[task.setvariable]c #\\x23[error]d ## heading\n"));
  CHECK(has(text, "fix | a\\n::error::b\n"));
  for (std::string_view line : split(text, '\n')) CHECK_FALSE(trim(line).starts_with("::"));
}

TEST_CASE("with a baseline only what is new is news", "[report]") {
  sarif::Log log = with_baseline();
  std::string text = render("text", log);
  CHECK(has(text, "warning  odd-rule  new\n"));
  CHECK(has(text, "error  sql-injection"));
  CHECK(has(text, "1 suppressed; since the baseline: 1 new, 2 unchanged, 1 gone\n"));
  std::string github = render("github", log);
  CHECK_FALSE(has(github, "sql-injection"));
  CHECK(has(github, "title=odd-rule"));
  CHECK(has(github, "; since the baseline: 1 new, 1 unchanged\n"));
  CHECK_FALSE(has(render("markdown", log), "sql\\-injection"));
  CHECK(has(render("junit", log), "<skipped message=\"known since the baseline\"/>"));
  CHECK(json::parse(render("json", log))["results"][1]["baseline"] == "unchanged");
  CHECK(json::parse(render("gitlab-codequality", log)).size() == 2);  // GitLab compares by itself
  CHECK(has(render("html", log), "<span class=\"tag fresh\">new</span>"));
}
