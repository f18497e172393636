// Files in memory against rules: suppressions, budgets, fixes, the same result every time.
#include "analyzers/scan/scan.h"

#include <catch2/catch.hpp>

#include "analyzers/scan/apply_fixes.h"
#include "analyzers/scan/to_log.h"
#include "report/log_format.h"
#include "sarif/log.h"
#include "sarif/result_stream.h"
#include "sarif/writer.h"
#include "tree_in_memory.h"

using namespace sluice;
using test::tree_of;

namespace {

constexpr std::string_view kRules = R"yaml(rules:
  - id: no-eval
    message: "`$X` is run"
    severity: ERROR
    languages: [python]
    pattern: eval($X)
    fix: safe($X)
  - id: no-exec
    message: exec
    severity: WARNING
    languages: [python]
    pattern: exec(...)
  - id: key
    message: key
    severity: INFO
    languages: [regex]
    pattern-regex: AKIA[A-Z0-9]{4}
)yaml";

ScanResult scan_files(const std::vector<std::pair<std::string, std::string>>& files, unsigned jobs = 1, SuppressionTerms terms = {}) {
  auto rules = parse_rules("r.yaml", kRules);
  REQUIRE(rules);
  auto result = scan(tree_of(files), *rules, {.jobs = jobs, .suppressions = terms});
  REQUIRE(result);
  return *std::move(result);
}

std::vector<std::string> found_in(const std::string& code) {
  std::vector<std::string> found;
  ScanResult result = scan_files({{"a.py", code}});
  for (const Finding& finding : result.findings)
    found.push_back((finding.suppression ? "(" : "") + finding.rule_id + ":" + std::to_string(result.tree.sources[finding.source].lines.line_of(finding.range.begin)) +
                    (finding.suppression ? ")" : ""));
  return found;
}

std::vector<std::string> codes_of(const ScanResult& result) {
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : result.diagnostics.list()) codes.push_back(diagnostic.code);
  return codes;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a suppression holds for its line, the next line of code, or the ids it names", "[analyzers][scan]") {
  CHECK(found_in("eval(x)  # nosluice\n") == Texts{"(no-eval:1)"});
  CHECK(found_in("# nosemgrep: no-eval\n# why this is so\neval(x)\neval(y)\n") == Texts{"(no-eval:3)", "no-eval:4"});
  CHECK(found_in("eval(x)  # nosluice : no-exec , no-eval -- reviewed\n") == Texts{"(no-eval:1)"});
  CHECK(found_in("eval(x)  # nosemgrep: rules.python.no-eval\n") == Texts{"(no-eval:1)"});
  CHECK(found_in("eval(x)  # nosluice: no-exec\n") == Texts{"no-eval:1"});
  CHECK(found_in("eval(\n  x  # nosluice\n)\n") == Texts{"(no-eval:1)"});
  CHECK(found_in("print('nosluice'); eval(x)\n") == Texts{"no-eval:1"});
}

TEST_CASE("a malformed suppression suppresses nothing and is told", "[analyzers][scan]") {
  ScanResult result = scan_files({{"a.py", "eval(x)  # nosluice: \n"}});
  REQUIRE(result.findings.size() == 1);
  CHECK_FALSE(result.findings[0].suppression);
  CHECK(codes_of(result) == Texts{"suppression-malformed"});
}

TEST_CASE("a suppression may have to name its rules and its reason", "[analyzers][scan]") {
  const std::vector<std::pair<std::string, std::string>> files = {{"a.py", "eval(a)  # nosluice\neval(b)  # nosluice: no-eval\neval(c)  # nosluice: no-eval -- constant\neval(d)  # nosemgrep\n"}};
  auto suppressed_lines = [&](SuppressionTerms terms) {
    ScanResult result = scan_files(files, 1, terms);
    std::vector<std::uint32_t> lines;
    for (const Finding& finding : result.findings)
      if (finding.suppression) lines.push_back(result.tree.sources[finding.source].lines.line_of(finding.range.begin));
    std::size_t told = std::ranges::count(codes_of(result), "suppression-malformed");
    CHECK(lines.size() + told == 4);
    return lines;
  };
  using Lines = std::vector<std::uint32_t>;
  CHECK(suppressed_lines({}) == Lines{1, 2, 3, 4});
  CHECK(suppressed_lines({.needs_id = true}) == Lines{2, 3});
  CHECK(suppressed_lines({.needs_reason = true}) == Lines{3});
  CHECK(suppressed_lines({.needs_id = true, .needs_reason = true}) == Lines{3});
}

TEST_CASE("a suppression that suppresses nothing is told, one for a rule that did not run is not", "[analyzers][scan]") {
  CHECK(codes_of(scan_files({{"a.py", "f(x)  # nosluice: no-eval\n"}})) == Texts{"suppression-unused"});
  CHECK(codes_of(scan_files({{"a.py", "f(x)  # nosluice: other-rule\n"}})).empty());
}

TEST_CASE("text and code around a damaged place are analyzed, and the damage is told", "[analyzers][scan]") {
  ScanResult result = scan_files({{"a.py", "eval(a)\n) ] } ???\neval(b)\n"}, {"b.txt", "key AKIAABCD\n"}});
  CHECK(result.unread_bytes > 0);
  CHECK(codes_of(result) == Texts{"parse-incomplete"});
  REQUIRE(result.findings.size() == 3);
  CHECK(result.findings[2].rule_id == "key");
}

TEST_CASE("scripts of a page are scanned at their places", "[analyzers][scan]") {
  auto rules = parse_rules("r.yaml", "rules:\n  - {id: e, message: m, severity: ERROR, languages: [js], pattern: eval($X)}\n");
  auto result = scan(tree_of({{"a.html", "<html>\n<script>\n  eval(x);\n</script>\n<p>eval(y)</p></html>\n"}}), *rules, {});
  REQUIRE(result);
  REQUIRE(result->findings.size() == 1);
  CHECK(result->tree.sources[result->findings[0].source].lines.line_of(result->findings[0].range.begin) == 3);
}

TEST_CASE("lines are counted as people count them", "[analyzers][scan]") {
  CHECK(scan_files({{"a.py", "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\nf = 6\n"}}).lines == 6);
  CHECK(scan_files({{"a.py", "a = 1\nb = 2"}}).lines == 2);
  CHECK(scan_files({{"a.py", "a = 1\r\n\r\n"}}).lines == 2);
  CHECK(scan_files({{"a.py", "a = 1\n"}, {"b.py", "b"}, {"c.py", ""}}).lines == 2);
}

TEST_CASE("fixes replace what was found, a suppressed finding is left alone", "[analyzers][scan]") {
  std::string code = "a = eval(x)\nb = eval(y)  # nosluice\n";
  ScanResult result = scan_files({{"a.py", code}});
  CHECK(apply_fixes(code, result.findings) == "a = safe(x)\nb = eval(y)  # nosluice\n");
}

TEST_CASE("the log is the same for any number of threads", "[analyzers][scan]") {
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 100; i < 300; ++i) files.emplace_back("d/f" + std::to_string(i) + ".py", "eval(x" + std::to_string(i) + ")\nexec(y)\n");
  LogOptions reproducible;
  reproducible.is_reproducible = true;
  auto log_of = [&](unsigned jobs) { return sarif::write_log(to_log(scan_files(files, jobs), reproducible)); };
  std::string one = log_of(1);
  CHECK(one == log_of(8));
  CHECK(one == log_of(32));
  CHECK(one.find("x299") != std::string::npos);
}

TEST_CASE("results that are made while they are written give the bytes of the whole log", "[analyzers][scan]") {
  std::vector<std::pair<std::string, std::string>> files{{"none.py", "a = 1\n"}, {"key.py", "k = 'AKIAABCD'\neval(k)\n"}};
  for (int i = 0; i < 40; ++i) files.emplace_back("f" + std::to_string(i) + ".py", "def f(x):\n  eval(x)\n  eval(x)\n  exec(x)  # nosluice: no-exec -- why\n");
  std::ranges::sort(files);
  LogOptions reproducible;
  reproducible.is_reproducible = true;
  const ScanResult result = scan_files(files);
  const sarif::StreamedLog streamed = to_streamed_log(result, reproducible);
  CHECK(streamed.log.runs.front().results->empty());
  for (std::string_view name : {"sarif", "json"}) {
    auto format = find_log_format(name);
    REQUIRE((format && format->streams));
    const std::string whole = format->render(to_log(result, reproducible), {});
    CHECK(whole.find("f39.py") != std::string::npos);
    for (unsigned jobs : {1u, 8u}) CHECK(format->render(streamed.log, {.jobs = jobs, .results = streamed.results.get()}) == whole);
  }
}

TEST_CASE("a rule that meets its budget is dropped in that file only, by name", "[analyzers][scan]") {
  auto rules = parse_rules("r.yaml", R"yaml(rules:
  - {id: slow, message: m, severity: ERROR, languages: [python], pattern: "$A()\n...\n$B()\n...\n$C()\n...\n$D()\n...\nz()"}
  - {id: quick, message: m, severity: ERROR, languages: [python], pattern: z()}
)yaml");
  REQUIRE(rules);
  std::string slow;
  for (int i = 0; i < 400; ++i) slow += "a()\n";
  auto result = scan(tree_of({{"a.py", slow + "y = z()\n"}, {"b.py", "a()\nb()\nc()\nd()\nz()\n"}}), *rules, {});
  REQUIRE(result);
  REQUIRE(result->skipped_pairs.size() == 1);
  CHECK(result->skipped_pairs[0].path == "a.py");
  CHECK(result->skipped_pairs[0].rule_id == "slow");
  Texts found;
  for (const Finding& finding : result->findings) found.push_back(result->tree.sources[finding.source].path + " " + finding.rule_id);
  CHECK(found == Texts{"a.py quick", "b.py slow", "b.py quick"});
}

TEST_CASE("a log has a secret nowhere, not in a neighbour's context either", "[analyzers][scan]") {
  auto rules = parse_rules("r.yaml", R"yaml(rules:
  - {id: password, message: "`$P` is a password", severity: ERROR, languages: [python], pattern: 'login("$P")', metadata: {cwe: "CWE-798: x"}}
  - {id: other, message: m, severity: ERROR, languages: [python], pattern: other()}
)yaml");
  REQUIRE(rules);
  auto result = scan(tree_of({{"a.py", "other()\nlogin(\"plum-kettle-41\")\n"}}), *rules, {});
  REQUIRE(result);
  REQUIRE(result->findings.size() == 2);
  std::string log = sarif::write_log(to_log(*result, {}));
  CHECK(log.find("plum-kettle-41") == std::string::npos);
  CHECK(log.find("logi***") != std::string::npos);
}

TEST_CASE("a secret that was found is never shown whole", "[analyzers][scan]") {
  auto rules = parse_rules("r.yaml", R"yaml(rules:
  - {id: password, message: "`$P` is a password", severity: ERROR, languages: [python], pattern: password = $P, metadata: {cwe: ["CWE-798: Use of Hard-coded Credentials"]}}
  - {id: key, message: key, severity: ERROR, languages: [regex], pattern-regex: "AKIA[A-Z0-9]{8}", metadata: {cwe: ["CWE-798: Use of Hard-coded Credentials"]}}
)yaml");
  REQUIRE(rules);
  auto result = scan(tree_of({{"a.py", "x = 1\npassword = \"correct horse\"\n"}, {"b.txt", "AKIAABCDEFGH\n"}}), *rules, {});
  REQUIRE(result);
  REQUIRE(result->findings.size() == 2);
  LogOptions reproducible;
  reproducible.is_reproducible = true;
  std::string log = sarif::write_log(to_log(*result, reproducible));
  CHECK(log.find("correct horse") == std::string::npos);
  CHECK(log.find("AKIAABCDEFGH") == std::string::npos);
}
