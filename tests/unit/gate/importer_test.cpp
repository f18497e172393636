#include "gate/importer.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "base/file.h"
#include "gate/import_to_sarif.h"
#include "gate/report_document.h"

using namespace sluice;
using namespace sluice::gate;
using Json = nlohmann::json;

namespace {

const std::filesystem::path kReports = SLUICE_SOURCE_DIR "/tests/unit/gate/data/reports";
const std::filesystem::path kSamples = SLUICE_SOURCE_DIR "/../shared/data/assessments";

bool samples_are_there() {
  if (std::filesystem::exists(kSamples / "manifest.json")) return true;
  WARN("skipped: " << kSamples << " is not there");
  return false;
}

std::string bytes_of(const std::filesystem::path& path) {
  auto bytes = read_file(path);
  REQUIRE(bytes);
  return *bytes;
}

ImportedReport import_file(std::string_view tool, const std::filesystem::path& path) {
  auto report = import_report(tool, path.filename().string(), bytes_of(path));
  INFO((report ? std::string() : to_string(report.error())));
  REQUIRE(report);
  return std::move(*report);
}

std::string codes_of(std::string_view tool, std::string_view bytes) {
  auto report = import_report(tool, "report", bytes);
  if (report) return fmt::format("imported {} items", report->items);
  std::string codes;
  for (const Error& error : report.error().list) codes += (codes.empty() ? "" : " ") + error.code;
  return codes;
}

std::size_t sum_left_out(const ImportedReport& report) {
  std::size_t sum = 0;
  for (const auto& [reason, count] : report.left_out) sum += count;
  return sum;
}

const Vulnerability& by_title(const ImportedReport& report, std::string_view title) {
  auto found = std::ranges::find(report.vulnerabilities, title, &Vulnerability::title);
  INFO(title);
  REQUIRE(found != report.vulnerabilities.end());
  return *found;
}

const Vulnerability& by_rule(const ImportedReport& report, std::string_view rule) {
  auto found = std::ranges::find_if(report.vulnerabilities, [&](const Vulnerability& v) { return v.ids.rule == rule; });
  INFO(rule);
  REQUIRE(found != report.vulnerabilities.end());
  return *found;
}

std::set<std::string> identities_of(const ImportedReport& report) {
  std::set<std::string> identities;
  for (const Vulnerability& vulnerability : report.vulnerabilities) identities.insert(vulnerability.identity);
  return identities;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  REQUIRE(text.find(from) != std::string::npos);
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string importer_of(const Json& sample) {
  std::string format = sample["format"];
  if (format == "defender-azure") return "defender";
  return format == "dotnet-vulnerable" ? "dotnet" : format;
}

// What a plain count of a sample gives, from the samples' own manifest: the names there of what is an item here.
// Nothing: the manifest does not count the sample.
std::optional<std::size_t> plain_count(const Json& sample) {
  const std::map<std::string, std::vector<const char*>> kItems = {
      {"aws-inspector", {"findings"}},
      {"burp", {"issue", "issue_events"}},
      {"csaf", {"vuln_product_pairs"}},
      {"cyclonedx", {"vulnerability", "vulnerabilities"}},
      {"defender", {"csv_rows", "value_rows"}},
      {"dependency-check", {"vulnerability", "suppressedVulnerability"}},
      {"dotnet", {"vulnerability_rows"}},
      {"generic", {"csv_rows", "findings"}},
      {"gitlab", {"vulnerabilities"}},
      {"grype", {"matches"}},
      {"nessus", {"ReportItem", "csv_rows"}},
      {"nmap", {"open_port", "vulners_entries"}},
      {"npm-audit", {"advisories", "via_advisories"}},
      {"nuclei", {"template_matches"}},
      {"openvas", {"result"}},
      {"openvex", {"statement_products"}},
      {"osv-scanner", {"vulnerabilities"}},
      {"qualys", {"VULN_INFO", "VULN", "VULNERABILITY", "INFORMATION_GATHERED"}},
      {"sarif", {"results"}},
      {"trivy", {"Vulnerabilities", "Misconfigurations", "Secrets", "Licenses"}},
      {"zap", {"instance"}},
  };
  std::string path = sample["path"];
  std::size_t other = 0;
  // The manifest counts elements by name: those of the summary have the name of items, potential ones another.
  if (path.starts_with("qualys_webapp/")) other = 3;
  std::optional<std::size_t> count;
  for (const char* key : kItems.at(importer_of(sample)))
    if (sample["items"].contains(key)) count = count.value_or(0) + sample["items"][key].get<std::size_t>();
  if (path == "qualys_infrascan_webgui/qualys_infrascan_webgui_multiple.xml") *count += 2;
  if (count) *count -= other;
  return count;
}

// Why a sample is refused although its tool is known; empty: it is not.
std::string_view why_refused(const std::string& path) {
  const std::map<std::string, std::string_view, std::less<>> kRefused = {
      {"gitlab_dast/gitlab_dast_zero_vul.json", "nothing in it tells that GitLab wrote it"},
      {"csaf/csaf_unsupported_version.json", "CSAF 1.2"},
      {"nuclei/no_findings.json", "empty"},
      {"osv_scanner/no_findings.json", "empty"},
      {"trivy/legacy_no_vuln.json", "`null`"},
  };
  auto found = kRefused.find(path);
  return found == kRefused.end() ? std::string_view() : found->second;
}

}  // namespace

TEST_CASE("importers: the list names what the folder holds", "[gate][import]") {
  std::set<std::string> listed;
#define SLUICE_IMPORTER(name) listed.insert(#name);
#include "gate/importers.def"
#undef SLUICE_IMPORTER
  for (const std::string& name : listed)
    CHECK(std::filesystem::exists(SLUICE_SOURCE_DIR "/gate/importers/" + name + ".cpp"));
  for (const auto& entry : std::filesystem::directory_iterator(SLUICE_SOURCE_DIR "/gate/importers")) {
    std::string source = bytes_of(entry.path());
    std::string stem = entry.path().stem().string();
    INFO(entry.path());
    CHECK((source.find("> make_" + stem + "_importer()") != std::string::npos) ==
          (entry.path().extension() == ".cpp" && listed.contains(stem)));
  }
}

TEST_CASE("importers: every item of the samples is accounted for", "[gate][import]") {
  if (!samples_are_there()) return;
  std::size_t checked = 0;
  Json manifest = Json::parse(bytes_of(kSamples / "manifest.json"));
  for (const Json& sample : manifest["samples"]) {
    std::string path = sample["path"];
    if (!why_refused(path).empty()) continue;
    INFO(path);
    ImportedReport report = import_file("auto", kSamples / path);
    CHECK(report.format == importer_of(sample));
    if (auto count = plain_count(sample)) CHECK(report.items == *count);
    if (!plain_count(sample)) CHECK(path.starts_with(report.format == "burp" ? "burp_graphql/" : "qualys"));
    CHECK(report.items == report.vulnerabilities.size() + report.merged + sum_left_out(report));
    CHECK(identities_of(report).size() == report.vulnerabilities.size());
    bool same = import_file(report.format, kSamples / path).vulnerabilities == report.vulnerabilities;
    CHECK(same);
    ++checked;
  }
  CHECK(checked >= 110);
}

TEST_CASE("importers: samples that are no reports are refused", "[gate][import]") {
  if (!samples_are_there()) return;
  Json manifest = Json::parse(bytes_of(kSamples / "manifest.json"));
  auto must_be_refused = [&](const std::string& path) {
    INFO(path);
    CHECK_FALSE(import_report("auto", path, bytes_of(kSamples / path)));
  };
  for (const Json& sample : manifest["samples"])
    if (!why_refused(sample["path"].get<std::string>()).empty()) must_be_refused(sample["path"]);
  for (const Json& sample : manifest["must_be_refused"]) must_be_refused(sample["path"]);
}

TEST_CASE("importers: at most one importer recognizes a sample", "[gate][import]") {
  if (!samples_are_there()) return;
  auto importers = make_importers();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kSamples)) {
    if (!entry.is_regular_file() || entry.path().filename() == "manifest.json") continue;
    INFO(entry.path());
    std::string bytes = bytes_of(entry.path());
    auto document = ReportDocument::parse("sample", bytes);
    if (!document) continue;
    CHECK(std::ranges::count_if(importers, [&](const auto& one) { return one->recognizes(*document); }) <= 1);
  }
}

TEST_CASE("importers: a truncated sample is refused or accounts for less, never for nothing", "[gate][import]") {
  for (const auto& entry : std::filesystem::directory_iterator(kReports)) {
    // A row that is missing at the end cannot be seen; the next test has tables.
    if (entry.path().extension() == ".csv") continue;
    std::string bytes = bytes_of(entry.path());
    for (std::size_t share = 1; share < 20; ++share) {
      INFO(entry.path() << " cut at " << share << "/20");
      CHECK_FALSE(import_report("auto", "cut", std::string_view(bytes).substr(0, bytes.size() * share / 20)));
    }
  }
}

// A line of CSV or JSON that is missing at the end cannot be seen; nothing at all can.
TEST_CASE("importers: a sample that is cut anywhere is never a clean report", "[gate][import]") {
  if (!samples_are_there()) return;
  Json manifest = Json::parse(bytes_of(kSamples / "manifest.json"));
  for (const Json& sample : manifest["samples"]) {
    std::string path = sample["path"];
    if (!why_refused(path).empty()) continue;
    std::string bytes = bytes_of(kSamples / path);
    constexpr std::size_t kMany = 200'000;
    std::size_t cuts = bytes.size() > kMany ? 10 : 40;
    for (std::size_t cut = 1; cut < cuts; ++cut) {
      auto report = import_report("auto", "cut", std::string_view(bytes).substr(0, bytes.size() * cut / cuts));
      INFO(path << " cut at " << cut << "/" << cuts);
      bool lines = path.ends_with(".csv") || report.value_or(ImportedReport()).format == "nuclei";
      CHECK((!report || (lines && (report->items > 0 || report->completeness == Completeness::Incomplete))));
    }
  }
}

TEST_CASE("importers: what is no report is refused by all", "[gate][import]") {
  struct Case {
    std::string bytes, code;
  };
  const Case cases[] = {
      {"", "report-empty"},
      {" \n", "report-empty"},
      {"{}", "import-unrecognized"},
      {"[]", "import-unrecognized"},
      {"null", "import-unrecognized"},
      {"0", "import-unrecognized"},
      {"Plugin ID", "import-unrecognized"},
      {R"({"error":"unauthorized"})", "import-unrecognized"},
      {"<html><head><title>Log in</title></head><body/></html>", "import-unrecognized"},
      {"<!DOCTYPE html><html><br></html>", "report-syntax"},
      {"<note><to>you</to></note>", "import-unrecognized"},
      {"<NessusClientData_v2/><NessusClientData_v2/>", "report-syntax"},
      {"{\"runs\": [", "report-syntax"},
      {"{\"runs\": 1e999}", "report-syntax"},
      {"\xFF\xFE{\x00}\x00", "report-encoding"},
      {"[{\"Target\":\"a\"}]", "import-unrecognized"},
  };
  for (const Case& wrong : cases) {
    INFO(wrong.bytes);
    CHECK(codes_of("auto", wrong.bytes) == wrong.code);
    for (const auto& importer : make_importers()) CHECK_FALSE(import_report(importer->name(), "report", wrong.bytes));
  }
}

TEST_CASE("importers: a report with a hole is refused at its place", "[gate][import]") {
  CHECK(codes_of("sarif", R"({"version":"2.1.0","runs":[]})") == "import-no-run");
  CHECK(codes_of("sarif", R"({"version":"2.1.0","runs":null})") == "import-no-run");
  CHECK(codes_of("sarif", R"({"version":"2.1.0","runs":{}})") == "import-wrong-type");
  CHECK(codes_of("sarif", R"({"version":"1.0.0","runs":[]})") == "import-version");
  CHECK(codes_of("sarif", R"({"version":"2.1.0","runs":[{"results":[]}]})") == "import-missing-member");
  CHECK(codes_of("sarif", R"({"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a"}},"results":[1]}]})") ==
        "import-wrong-type");
  CHECK(codes_of("sarif", R"({"version":"2.1.0","runs":[],"runs":[1]})") == "report-duplicate-key");
  CHECK(codes_of("sarif", R"({"version":"2.1.0","runs":[],"run\u0073":[1]})") == "report-duplicate-key");
  CHECK(codes_of("trivy", R"({"SchemaVersion":3,"ArtifactName":"a","ArtifactType":"b"})") == "import-version");
  CHECK(codes_of("trivy", R"({"SchemaVersion":2,"ArtifactName":"a","ArtifactType":"b","Results":"none"})") ==
        "import-wrong-type");
  CHECK(codes_of("nessus", "<NessusClientData_v2><Policy/></NessusClientData_v2>") == "import-missing-member");
  CHECK(codes_of("nessus", "Plugin ID,Risk,Host,Protocol,Port\n1,High,h,tcp\n") == "report-syntax");
  CHECK(codes_of("nessus", "Plugin ID,Risk,Host,Protocol,Port\n1,High,h,tcp,\"4\n") == "report-syntax");
  CHECK(codes_of("nessus", "Plugin ID,Risk,Host,Protocol,Port\n,High,h,tcp,4\n") == "import-missing-member");
  CHECK(codes_of("sarif", R"({"version":"2.1.0","runs":[],"SchemaVersion":2,"ArtifactName":"a","ArtifactType":"b"})") ==
        "import-no-run");
  CHECK(codes_of("auto", R"({"version":"2.1.0","runs":[],"SchemaVersion":2,"ArtifactName":"a","ArtifactType":"b"})") ==
        "import-ambiguous");
  CHECK(codes_of("openvass", "{}") == "import-unknown-tool");
  CHECK(codes_of("sariff", "{}") == "import-unknown-tool");

  auto report = import_report(
      "sarif", "a.sarif",
      "{\"version\": \"2.1.0\",\n \"runs\": [{\"tool\": {\"driver\": {\"name\": \"a\"}},\n  \"results\": 7}]}");
  REQUIRE_FALSE(report);
  CHECK(report.error().list.front().place == Place{"a.sarif", 3, 14});
}

TEST_CASE("importers: nesting has a bound, in time", "[gate][import]") {
  std::string open_brackets(100000, '[');
  CHECK(codes_of("auto", open_brackets) == "report-too-deep");
  CHECK(codes_of("auto", open_brackets + std::string(100000, ']')) == "report-too-deep");
  std::string elements, ends;
  for (int depth = 0; depth < 100000; ++depth) elements += "<a>", ends += "</a>";
  CHECK(codes_of("auto", elements) == "report-too-deep");
  CHECK(codes_of("auto", elements + ends) == "report-too-deep");
}

TEST_CASE("importers: a scan that did not finish is incomplete", "[gate][import]") {
  auto completeness = [](std::string_view bytes) {
    auto report = import_report("auto", "report", bytes);
    REQUIRE(report);
    CHECK((report->completeness == Completeness::Incomplete) == !report->incomplete_reasons.empty());
    return to_string(report->completeness);
  };
  auto sarif = [](std::string_view members) {
    return fmt::format(R"({{"version":"2.1.0","runs":[{{"tool":{{"driver":{{"name":"a"}}}}{}}}]}})", members);
  };
  CHECK(completeness(sarif(R"(,"results":[])")) == "unknown");
  CHECK(completeness(sarif(R"(,"results":[],"invocations":[{"executionSuccessful":true}])")) == "complete");
  CHECK(completeness(sarif(R"(,"results":[],"invocations":[{"executionSuccessful":false}])")) == "incomplete");
  CHECK(completeness(sarif(R"(,"results":[],"invocations":[{}])")) == "incomplete");
  CHECK(completeness(sarif("")) == "incomplete");
  CHECK(
      completeness(sarif(
          R"(,"results":[],"invocations":[{"executionSuccessful":true,"toolExecutionNotifications":[{"level":"error","message":{"text":"x"}}]}])")) ==
      "incomplete");
  CHECK(completeness(R"({"SchemaVersion":2,"ArtifactName":"a","ArtifactType":"filesystem"})") == "incomplete");
  CHECK(
      completeness(R"({"ClusterName":"a","Resources":[{"Namespace":"n","Kind":"Pod","Name":"p","Error":"denied"}]})") ==
      "incomplete");
  CHECK(completeness("<NessusClientData_v2><Report/></NessusClientData_v2>") == "incomplete");
  CHECK(completeness("<NessusClientData_v2><Report><ReportHost name='h'/></Report></NessusClientData_v2>") ==
        "incomplete");
  CHECK(completeness("Plugin ID,Risk,Host,Protocol,Port\n") == "incomplete");
}

TEST_CASE("nessus: all CVEs, all vectors, and facts of the scan", "[gate][import]") {
  ImportedReport report = import_file("nessus", kReports / "nessus_scores.nessus");
  CHECK(report.items == 10);
  CHECK(report.vulnerabilities.size() == 7);
  CHECK(report.merged == 1);
  CHECK(report.left_out == std::map<std::string, std::size_t>{{"compliance-passed", 1}, {"informational", 1}});
  CHECK(report.tool_version == "10.8.3");
  CHECK(report.facts == std::map<std::string, std::string>{{"plugin-feed", "202507030215"}, {"policy", "Sandbox"}});
  CHECK(report.targets == std::vector<std::string>{"App-1.Sandbox.example", "192.0.2.11"});
  CHECK(report.credentialed == false);
  CHECK(report.scan_start == parse_date("2025-07-03"));
  CHECK(report.incomplete_reasons == std::vector<std::string>{"the scan of 192.0.2.11 did not end"});

  const Vulnerability& many = by_title(report, "Three CVEs, three versions of CVSS");
  CHECK(many.ids.cve == std::vector<std::string>{"CVE-2024-0001", "CVE-2024-0002", "CVE-2024-0003", "CVE-2024-0004"});
  CHECK(many.ids.cwe == std::vector<std::string>{"CWE-352", "CWE-79"});
  REQUIRE(many.ratings.size() == 3);
  CHECK(many.ratings[0].version == CvssVersion::V4_0);
  CHECK(many.ratings[1].version == CvssVersion::V3_1);
  CHECK(many.ratings[2].version == CvssVersion::V2_0);
  CHECK(choose_score(many.ratings).score == Score{69});
  CHECK(many.asset == Asset{.id = "",
                            .host = "app-1.sandbox.example",
                            .ip = "192.0.2.10",
                            .port = 443,
                            .protocol = "tcp",
                            .image = "",
                            .project = "",
                            .url = ""});
  CHECK(many.evidence == std::vector<std::string>{"first page", "second page"});

  const Vulnerability& contradicted = by_title(report, "A number against its vector");
  CHECK(choose_score(contradicted.ratings).score == Score{75});
  CHECK(contradicts_its_vector(contradicted.ratings.front()));
  REQUIRE(contradicted.evidence.size() == 1);
  CHECK(contradicted.evidence.front().find("9.9") != std::string::npos);

  CHECK(choose_score(by_title(report, "Turned down by hand").ratings).score == Score{88});
  CHECK(by_title(report, "1.2 Look at the banner").status == VulnerabilityStatus::NeedsReview);
  CHECK(by_title(report, "1.1 Passwords expire").status == VulnerabilityStatus::Open);
}

TEST_CASE("sarif: kinds, suppressions and baselines mean what the standard says", "[gate][import]") {
  ImportedReport report = import_file("sarif", kReports / "sarif_statuses.sarif");
  CHECK(report.items == 18);
  CHECK(report.merged == 1);
  CHECK(report.left_out ==
        std::map<std::string, std::size_t>{
            {"baseline-absent", 1}, {"kind-informational", 1}, {"kind-not-applicable", 1}, {"kind-pass", 1}});
  auto status = [&](std::string_view message) {
    auto found = std::ranges::find(report.vulnerabilities, message, &Vulnerability::description);
    INFO(message);
    REQUIRE(found != report.vulnerabilities.end());
    return to_string(found->status);
  };
  CHECK(status("accepted") == "suppressed");
  CHECK(status("no status") == "suppressed");
  CHECK(status("rejected") == "open");
  CHECK(status("under review") == "open");
  CHECK(status("both") == "open");
  CHECK(status("none") == "open");
  CHECK(status("open") == "needs-review");
  CHECK(status("review") == "needs-review");
  CHECK(status("unchanged") == "open");
  CHECK(status("an imprecise fingerprint") == "open");
}

TEST_CASE("sarif: a result is read with its rule", "[gate][import]") {
  ImportedReport report = import_file("sarif", kReports / "sarif_statuses.sarif");
  CHECK(report.targets == std::vector<std::string>{"https://example.com/shop.git@abc123"});
  CHECK(report.scan_end == parse_date("2025-07-04"));
  const Vulnerability& first = report.vulnerabilities.front();
  CHECK(first.description == "`name` reaches the query in { find }");
  CHECK(first.title == "SQL injection");
  CHECK(first.remediation == "Bind parameters.");
  CHECK(first.ids.cwe == std::vector<std::string>{"CWE-89"});
  CHECK(first.location == CodeLocation{"src/a.c", 3});
  CHECK(first.evidence == std::vector<std::string>{"also at src/b.c:9"});
  CHECK(first.first_seen == parse_date("2025-01-31"));
  CHECK(choose_score(first.ratings).score == Score{80});
  CHECK(first.tool == "Scanner");
  CHECK(first.tool_version == "4.2");
  const Vulnerability& by_index = by_rule(report, "style/part");
  CHECK(by_index.location == CodeLocation{"src/listed file.c", 7});
  CHECK(by_index.severity == SeverityWord::High);
  CHECK(by_index.ratings.empty());
}

TEST_CASE("trivy: sections, scores and suppressed findings", "[gate][import]") {
  ImportedReport report = import_file("trivy", kReports / "trivy_image.json");
  CHECK(report.items == 14);
  CHECK(report.vulnerabilities.size() == 7);
  CHECK(report.merged == 1);
  CHECK(report.left_out ==
        std::map<std::string, std::size_t>{
            {"license", 2}, {"misconfiguration-passed", 1}, {"section-Quantum", 2}, {"suppressed-by-trivy", 1}});
  CHECK(report.tool_version == "0.69.1");
  const Vulnerability& apt = by_rule(report, "CVE-2024-1000");
  CHECK(choose_score(apt.ratings).score == Score{63});
  CHECK(apt.ratings.size() == 3);
  CHECK(apt.ids.ghsa == std::vector<std::string>{"GHSA-fpj8-gq4v-p354"});
  CHECK(apt.component.versions == std::vector<std::string>{"2.5.0", "2.6.1"});
  CHECK(apt.tool_severity == "CRITICAL");
  CHECK(apt.asset.image == "registry.example:5000/shop/api:1.4.2");
  const Vulnerability& bash = by_rule(report, "CVE-2024-1001");
  CHECK(bash.ratings.empty());
  CHECK_FALSE(band_of(bash, {}).has_value());
  const Vulnerability& zlib = by_rule(report, "CVE-2024-1002");
  CHECK(zlib.status == VulnerabilityStatus::Suppressed);
  CHECK(zlib.status_reason == "not_affected: never called (vex.json)");
  CHECK(zlib.claim == SuppressionClaim::NotAffected);
  CHECK(by_rule(report, "KSV003").status == VulnerabilityStatus::Suppressed);
  const Vulnerability& secret = by_rule(report, "github-pat");
  CHECK(secret.location == CodeLocation{"config/.env", 3});
  CHECK(to_sarif({report}).find("abcdefgh") == std::string::npos);
}

TEST_CASE("importers: identities outlive re-rating, new texts, moved lines and new versions", "[gate][import]") {
  auto identities = [](std::string_view tool, const std::string& bytes) {
    auto report = import_report(tool, "report", bytes);
    REQUIRE(report);
    return identities_of(*report);
  };
  std::string trivy = bytes_of(kReports / "trivy_image.json");
  std::string later = replaced(replaced(replaced(trivy, "1.4.2", "1.5.0"), "\"LOW\"", "\"HIGH\""), "0.69.1", "0.70.0");
  later = replaced(replaced(later, "@2.6.1", "@2.6.9"), "\"StartLine\": 5", "\"StartLine\": 8");
  CHECK(identities("trivy", trivy) == identities("trivy", later));
  CHECK(identities("trivy", trivy) != identities("trivy", replaced(trivy, "shop/api", "shop/web")));

  std::string nessus = bytes_of(kReports / "nessus_scores.nessus");
  std::string rerated =
      replaced(replaced(nessus, "severity=\"4\"", "severity=\"2\""), "They are known.", "They are well known.");
  CHECK(identities("nessus", nessus) == identities("nessus", replaced(rerated, "10.8.3", "10.9.0")));
  CHECK(identities("nessus", nessus) != identities("nessus", replaced(nessus, "192.0.2.11", "192.0.2.12")));

  std::string sarif = bytes_of(kReports / "sarif_statuses.sarif");
  std::string moved =
      replaced(replaced(sarif, "\"startLine\": 3", "\"startLine\": 4"), "\"startLine\": 50", "\"startLine\": 51");
  CHECK(identities("sarif", sarif) == identities("sarif", replaced(moved, "\"8.0\"", "\"5.0\"")));
}

TEST_CASE("importers: SARIF of what was imported gives the same findings", "[gate][import]") {
  for (const auto& entry : std::filesystem::directory_iterator(kReports)) {
    INFO(entry.path());
    ImportedReport report = import_file("auto", entry.path());
    std::string sarif = to_sarif({report});
    CHECK(sarif == to_sarif({report}));
    // SARIF 3.27.23: all results of a run have suppressions, or none.
    Json log = Json::parse(sarif);
    for (const Json& run : log["runs"]) {
      auto has = [](const Json& result) { return result.contains("suppressions"); };
      auto count = std::ranges::count_if(run["results"], has);
      CHECK((count == 0 || static_cast<std::size_t>(count) == run["results"].size()));
    }
    auto again = import_report("sarif", "again", sarif);
    REQUIRE(again);
    CHECK(again->items == report.vulnerabilities.size());
    CHECK(again->vulnerabilities.size() == report.vulnerabilities.size());
    CHECK((again->completeness == Completeness::Incomplete) == (report.completeness == Completeness::Incomplete));
    for (std::size_t index = 0; index < report.vulnerabilities.size(); ++index) {
      const Vulnerability &before = report.vulnerabilities[index], &after = again->vulnerabilities[index];
      INFO(before.title);
      CHECK(before.ids == after.ids);
      CHECK(before.status == after.status);
      CHECK(choose_score(before.ratings).score == choose_score(after.ratings).score);
    }
  }
}
