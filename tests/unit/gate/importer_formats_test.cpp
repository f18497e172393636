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
