// What importers read of their formats, by small reports in data/reports that have what is easily read wrongly.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "gate/importer.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

ImportedReport import_named(const std::string& name) {
  auto report = import_report_file("auto", std::string(SLUICE_SOURCE_DIR "/tests/unit/gate/data/reports/") + name);
  INFO((report ? std::string() : to_string(report.error())));
  REQUIRE(report);
  return std::move(*report);
}

const Vulnerability& by_id(const ImportedReport& report, std::string_view id) {
  auto found = std::ranges::find_if(report.vulnerabilities, [&](const Vulnerability& v) { return v.ids.rule == id; });
  INFO(id);
  REQUIRE(found != report.vulnerabilities.end());
  return *found;
}

std::optional<Score> score_in(const ImportedReport& report, std::string_view id) {
  return choose_score(by_id(report, id).ratings).score;
}

}  // namespace

TEST_CASE("grype: related CVE, exploitation, and what its user ignored", "[gate][import]") {
  ImportedReport report = import_named("grype_image.json");
  const Vulnerability& leftpad = by_id(report, "GHSA-aaaa-bbbb-cccc");
  CHECK(leftpad.ids.cve == std::vector<std::string>{"CVE-2024-2001"});
  CHECK(leftpad.known_exploited);
  CHECK(leftpad.epss == 0.25);
  CHECK(leftpad.component.fixed_version == "2.0.1");
  CHECK(leftpad.asset.image == "registry.example/shop:1.0");
  CHECK(choose_score(leftpad.ratings).score == Score{75});
  const Vulnerability& zlib = by_id(report, "CVE-2024-2002");
  CHECK(zlib.status == VulnerabilityStatus::Suppressed);
  CHECK(zlib.claim == SuppressionClaim::NotAffected);
  CHECK(report.facts.at("database-built") == "2025-05-01T02:00:00Z");
}

TEST_CASE("openvas: the state of the scan, overrides and errors", "[gate][import]") {
  ImportedReport report = import_named("openvas_filtered.xml");
  CHECK(report.completeness == Completeness::Incomplete);
  CHECK(report.left_out == std::map<std::string, std::size_t>{{"informational", 1}, {"scan-error", 1}});
  const Vulnerability& cipher = by_id(report, "1.3.6.1.4.1.1");
  CHECK(cipher.asset.host == "db.example");
  CHECK(cipher.asset.ip == "192.0.2.5");
  CHECK(cipher.asset.port == 443);
  CHECK(cipher.remediation == "Turn it off.");
  CHECK(cipher.ratings.front().vector == "AV:N/AC:L/Au:N/C:P/I:N/A:N");
  CHECK(by_id(report, "1.3.6.1.4.1.3").claim == SuppressionClaim::FalsePositive);
  CHECK(report.facts.at("filter") == "min_qod=70");
}

TEST_CASE("nmap: states of vulnerability scripts, and a run that failed", "[gate][import]") {
  ImportedReport report = import_named("nmap_vulns.xml");
  CHECK(report.completeness == Completeness::Incomplete);
  CHECK(report.left_out == std::map<std::string, std::size_t>{{"not-vulnerable", 1}, {"open-port", 1}});
  CHECK(by_id(report, "NMAP-1").ids.cve == std::vector<std::string>{"CVE-2014-0160"});
  CHECK(by_id(report, "CVE-2007-6750").status == VulnerabilityStatus::NeedsReview);
}

TEST_CASE("zap: instances are told apart by method, path and parameter, not by query", "[gate][import]") {
  ImportedReport report = import_named("zap_alerts.json");
  CHECK(report.items == 5);
  CHECK(report.merged == 1);
  const Vulnerability& xss = report.vulnerabilities.front();
  CHECK(xss.ids.cwe == std::vector<std::string>{"CWE-79"});
  CHECK(xss.description == "A <b> comes back.");
  CHECK(xss.asset.host == "shop.example");
  CHECK(xss.asset.port == 443);
  CHECK(by_id(report, "90001").claim == SuppressionClaim::FalsePositive);
}

TEST_CASE("cyclonedx: a vulnerability in two components, and states of its analysis", "[gate][import]") {
  ImportedReport report = import_named("cyclonedx_vex.json");
  CHECK(report.vulnerabilities.size() == 5);
  CHECK(report.vulnerabilities[1].component.name == "org:inner");
  CHECK(score_in(report, "CVE-2024-4001") == Score{93});
  CHECK(by_id(report, "CVE-2024-4001").severity == SeverityWord::Critical);
  CHECK(by_id(report, "CVE-2024-4001").ids.ghsa == std::vector<std::string>{"GHSA-aaaa-bbbb-dddd"});
  CHECK(by_id(report, "CVE-2024-4002").claim == SuppressionClaim::NotAffected);
  CHECK(by_id(report, "CVE-2024-4003").status == VulnerabilityStatus::NeedsReview);
  CHECK(by_id(report, "CVE-2024-4004").claim == SuppressionClaim::Fixed);
}

TEST_CASE("openvex: the newest statement counts, and an investigation clears nothing", "[gate][import]") {
  ImportedReport report = import_named("openvex_states.json");
  CHECK(report.left_out == std::map<std::string, std::size_t>{{"superseded-statement", 1}});
  CHECK(by_id(report, "CVE-2024-7001").claim == SuppressionClaim::NotAffected);
  CHECK(by_id(report, "CVE-2024-7002").status == VulnerabilityStatus::Open);
  CHECK(by_id(report, "CVE-2024-7003").status == VulnerabilityStatus::NeedsReview);
  CHECK(by_id(report, "CVE-2024-7004").claim == SuppressionClaim::Fixed);
}

TEST_CASE("aws-inspector: first observed, all packages, one page of several", "[gate][import]") {
  ImportedReport report = import_named("inspector_page.json");
  CHECK(report.completeness == Completeness::Incomplete);
  const Vulnerability& openssl = by_id(report, "CVE-2024-8001");
  CHECK(openssl.first_seen == parse_date("2025-01-05"));
  CHECK(openssl.asset.id == "i-0123");
  CHECK(choose_score(openssl.ratings).score == Score{98});
  CHECK(openssl.epss == 0.125);
  CHECK(std::ranges::count(openssl.evidence, "also libssl 3.0, fixed in no version") == 1);
}

TEST_CASE("generic: every field, and what is refused", "[gate][import]") {
  ImportedReport report = import_named("generic_findings.json");
  CHECK(report.completeness == Completeness::Complete);
  CHECK(report.vulnerabilities[0].first_seen == parse_date("2025-03-03"));
  CHECK(report.vulnerabilities[1].claim == SuppressionClaim::AcceptedRisk);
  CHECK(report.vulnerabilities[2].ids.other == std::vector<std::string>{"PYSEC-2024-1"});
  CHECK(report.vulnerabilities[2].known_exploited);
  CHECK(import_named("generic_findings.csv").vulnerabilities[1].first_seen == parse_date("2025-02-28"));
  auto code = [](std::string_view bytes) {
    auto wrong = import_report("generic", "f", bytes);
    return wrong ? fmt::format("imported {}", wrong->items) : wrong.error().list.front().code;
  };
  CHECK(code(R"({"findings":[{"title":"a","severity":"low","sevrity":"high"}]})") == "import-unknown-field");
  CHECK(code(R"({"findings":[{"title":"a","severity":"lowish"}]})") == "import-wrong-value");
  CHECK(code(R"({"findings":[{"title":"a","severity":"low","date":"03/04/2024"}]})") == "import-wrong-value");
  CHECK(code(R"({"findings":[{"title":"a","severity":"low","cvss":"CVSS:3.1/AV:N"}]})") == "import-wrong-value");
  CHECK(code("Title,Severity,Date\na,low,03/04/2024\n") == "import-wrong-value");
  CHECK(code(R"({"findings":[]})") == "import-wrong-tool");
}

TEST_CASE("importers: entities are refused, whoever declares them", "[gate][import]") {
  constexpr std::string_view kBomb =
      "<!DOCTYPE nmaprun [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><nmaprun>&b;</nmaprun>";
  auto report = import_report("auto", "bomb.xml", kBomb);
  REQUIRE_FALSE(report);
  CHECK(report.error().list.front().code == "report-entity");
}

TEST_CASE("csaf: what is said of each product, and what may not be", "[gate][import]") {
  ImportedReport report = import_named("csaf_vex.json");
  CHECK(report.items == 5);
  REQUIRE(report.vulnerabilities.size() == 5);
  auto about = [&](std::string_view id, std::string_view product) -> const Vulnerability& {
    auto found = std::ranges::find_if(report.vulnerabilities, [&](const Vulnerability& v) { return v.ids.rule == id && v.component.name == product; });
    INFO(product);
    REQUIRE(found != report.vulnerabilities.end());
    return *found;
  };
  const Vulnerability& affected = about("CVE-2026-1", "Shop 4.1");
  CHECK(affected.status == VulnerabilityStatus::Open);
  CHECK(choose_score(affected.ratings).score == Score{75});
  CHECK(affected.remediation == "Update to 4.3.");
  CHECK(affected.component.versions == std::vector<std::string>{"4.1"});
  CHECK(affected.ids.ghsa == std::vector<std::string>{"GHSA-aaaa-bbbb-cccc"});
  CHECK(affected.published == parse_date("2026-01-15"));
  const Vulnerability& library = about("CVE-2026-1", "lodash as a component of Shop 4.2");
  CHECK(library.claim == SuppressionClaim::NotAffected);
  CHECK(library.status_reason == "known_not_affected: vulnerable_code_not_in_execute_path: the function is never called");
  CHECK(library.component.purl == "pkg:npm/lodash@4.17.20");
  CHECK(about("CVE-2026-1", "Shop 4.2").status == VulnerabilityStatus::NeedsReview);
  CHECK(about("CVE-2026-2", "Shop 4.2").claim == SuppressionClaim::Fixed);
  CHECK(report.tool == "Shop Ltd");
  auto text = read_file(SLUICE_SOURCE_DIR "/tests/unit/gate/data/reports/csaf_vex.json");
  auto code_with = [&](std::string_view from, std::string_view to) {
    std::string changed = *text;
    auto at = changed.find(from);
    REQUIRE(at != std::string::npos);
    auto wrong = import_report("auto", "f", changed.replace(at, from.size(), to));
    return wrong ? std::string("imported") : wrong.error().list.front().code;
  };
  CHECK(code_with("\"2.0\"", "\"1.2\"") == "import-version");
  CHECK(code_with("\"final\"", "\"draft\"") == "import-draft");
  CHECK(code_with("[\"S41\"], \"known_not", "[\"NONE\"], \"known_not") == "import-unresolved");
  CHECK(code_with("\"fixed\": [\"S42\"]", "\"fixed\": [\"S41\"]") == "import-contradiction");
  CHECK(code_with("\"flags\"", "\"flagz\"") == "imported");  // the impact statement is left
  CHECK(code_with("[\"LIB-IN-S42\"], \"under", "[\"LIB\"], \"under") == "import-missing-member");
}

namespace {
using Left = std::map<std::string, std::size_t>;
}  // namespace

TEST_CASE("osv-scanner: advisories of a group are one, and what is withdrawn is none", "[gate][import]") {
  ImportedReport report = import_named("osv_groups.json");
  CHECK(report.items == 3);
  CHECK(report.merged == 1);
  CHECK(report.left_out == Left{{"withdrawn", 1}});
  const Vulnerability& one = by_id(report, "CVE-2026-3001");
  CHECK(one.ids.other == std::vector<std::string>{"OSV-2026-1"});
  CHECK(choose_score(one.ratings).score == Score{88});
  CHECK(one.component.fixed_version == "1.0.1");  // of this package, not of the other that the advisory has
  CHECK(one.location.file == "/srv/shop/package-lock.json");
}

TEST_CASE("nuclei: lines, one page whatever the query, and matchers that did not match", "[gate][import]") {
  ImportedReport report = import_named("nuclei_lines.jsonl");
  CHECK(report.items == 4);
  CHECK(report.merged == 1);
  CHECK(report.left_out == Left{{"did-not-match", 1}, {"informational", 1}});
  const Vulnerability& login = by_id(report, "CVE-2026-3101");
  CHECK(login.asset.port == 8443);
  CHECK(login.asset.ip == "192.0.2.7");
  CHECK(login.known_exploited);
  CHECK(login.epss == 0.5);
  CHECK(login.ids.cwe == std::vector<std::string>{"CWE-79"});
  CHECK(report.completeness == Completeness::Unknown);
}

TEST_CASE("burp: parameters are told apart, and false positives stay with their claim", "[gate][import]") {
  ImportedReport report = import_named("burp_issues.xml");
  CHECK(report.items == 4);
  CHECK(report.left_out == Left{{"informational", 1}});
  CHECK(report.vulnerabilities[0].input.parameter == "q");
  CHECK(report.vulnerabilities[1].input.parameter == "page");
  CHECK(report.vulnerabilities[0].ids.cwe == std::vector<std::string>{"CWE-79"});
  CHECK(by_id(report, "1049088").claim == SuppressionClaim::FalsePositive);
}

TEST_CASE("npm-audit: an entry by way of another is none, and counts that differ are told", "[gate][import]") {
  ImportedReport report = import_named("npm_audit_via.json");
  CHECK(report.items == 1);
  const Vulnerability& one = by_id(report, "GHSA-aaaa-bbbb-cccc");
  CHECK(one.component.purl == "pkg:npm/%40scope/pad");
  CHECK(choose_score(one.ratings).score == Score{81});
  CHECK(one.remediation == "run `npm audit fix`");
  CHECK(report.completeness == Completeness::Incomplete);  // 3 counted, 2 listed
}

TEST_CASE("dotnet: problems, and a package in two spellings", "[gate][import]") {
  ImportedReport report = import_named("dotnet_list.json");
  CHECK(report.items == 2);
  CHECK(report.merged == 1);
  const Vulnerability& one = by_id(report, "GHSA-5crp-9r3c-p9vr");
  CHECK(one.component.versions == std::vector<std::string>{"11.0.0", "12.0.1"});
  CHECK(one.location.file == "C:/src/Shop/Shop.csproj");
  CHECK(report.incomplete_reasons.size() == 2);  // without --include-transitive, and a project that failed
}

TEST_CASE("dependency-check: vectors of words, exploitation, and what its user suppressed", "[gate][import]") {
  ImportedReport report = import_named("dependency_check.xml");
  CHECK(report.items == 2);
  const Vulnerability& shell = by_id(report, "CVE-2021-44228");
  CHECK(choose_score(shell.ratings).score == Score{100});
  CHECK(shell.known_exploited);
  CHECK(shell.ids.cwe == std::vector<std::string>{"CWE-502", "CWE-917"});
  CHECK(shell.component.versions == std::vector<std::string>{"2.14.1"});
  CHECK(by_id(report, "CVE-2021-45105").claim == SuppressionClaim::AcceptedRisk);
  CHECK(by_id(report, "CVE-2021-45105").status_reason == "not configured here");
  CHECK(report.completeness == Completeness::Incomplete);
}

TEST_CASE("gitlab: a failed scan is not whole, and `cve` is no CVE", "[gate][import]") {
  ImportedReport report = import_named("gitlab_dast.json");
  CHECK(report.completeness == Completeness::Incomplete);
  CHECK(report.left_out == Left{{"informational", 1}});
  const Vulnerability& one = report.vulnerabilities.front();
  CHECK(one.ids.cve.empty());
  CHECK(one.input == WebInput{"GET", "q"});
  CHECK(one.asset.host == "shop.example");
  CHECK(choose_score(one.ratings).score == Score{61});
}

TEST_CASE("defender: one page of several, and two versions of a product on a machine", "[gate][import]") {
  ImportedReport report = import_named("defender_page.json");
  CHECK(report.items == 2);
  CHECK(report.merged == 1);
  CHECK(report.completeness == Completeness::Incomplete);
  const Vulnerability& one = by_id(report, "CVE-2026-3801");
  CHECK(one.first_seen == parse_date("2026-01-03"));
  CHECK(one.component.versions == std::vector<std::string>{"3.0.1", "3.0.2"});
  CHECK(one.asset.host == "web.example");
  CHECK(one.remediation == "install KB5001");
  auto of_count = [](std::string_view count) {
    std::string text = fmt::format(R"({{"@odata.context": "https://api.securitycenter.microsoft.com/api/$metadata#V", "@odata.count": {}, "value": [
      {{"id": "a", "cveId": "CVE-2026-1", "machineId": "m", "severity": "High", "productName": "p", "productVersion": "1"}}]}})", count);
    return import_report("defender", "page.json", text);
  };
  REQUIRE(of_count("1"));
  CHECK(of_count("1")->completeness != Completeness::Incomplete);
  CHECK(of_count("2")->incomplete_reasons == std::vector<std::string>{"the report has 1 of 2 rows"});
}

TEST_CASE("qualys: first found counts, what is fixed is left out, scores of the glossary and of the host", "[gate][import]") {
  ImportedReport report = import_named("qualys_hosts.xml");
  CHECK(report.items == 4);
  CHECK(report.left_out == Left{{"fixed", 1}, {"informational", 1}});
  const Vulnerability& certificate = by_id(report, "38170");
  CHECK(certificate.first_seen == parse_date("2025-12-24"));
  CHECK(certificate.ids.cve == std::vector<std::string>{"CVE-2026-3901", "CVE-2026-3902"});
  CHECK(choose_score(certificate.ratings).score == Score{59});
  CHECK(certificate.asset.host == "web.example");
  CHECK(certificate.asset.port == 443);
  CHECK(score_in(report, "105943") == Score{78});
}
