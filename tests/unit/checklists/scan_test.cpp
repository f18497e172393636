#include "checklists/scan.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "sarif/reader.h"

using namespace sluice;
using namespace sluice::checklists;

namespace {

Scan scan_of(const std::string& runs) {
  Result<sarif::Log> log = sarif::read_log("a.sarif", "{\"version\": \"2.1.0\", \"runs\": [" + runs + "]}");
  REQUIRE(log);
  return resolve_scan(*log, "a.sarif", "");
}

std::string run_with(const std::string& members) { return "{\"tool\": {\"driver\": {\"name\": \"T\"}}, " + members + "}"; }

}  // namespace

TEST_CASE("a CWE is found wherever a tool puts it", "[checklists]") {
  Scan scan = scan_of(R"({"tool": {"driver": {"name": "T", "rules": [
      {"id": "a", "properties": {"tags": ["security", "external/cwe/cwe-089"], "security-severity": "9.8"}},
      {"id": "b", "relationships": [{"target": {"id": "CWE-79", "toolComponent": {"name": "CWE"}}}]},
      {"id": "c", "relationships": [{"target": {"id": "22", "toolComponent": {"name": "CWE"}}}], "properties": {"security-severity": 7.5}},
      {"id": "d", "properties": {"cwe": ["CWE-502: Deserialization"]}}]}},
    "results": [
      {"ruleId": "a", "message": {"text": "m"}}, {"ruleId": "b", "message": {"text": "m"}}, {"ruleId": "c", "message": {"text": "m"}},
      {"ruleId": "d", "message": {"text": "m"}, "taxa": [{"id": "611", "toolComponent": {"name": "CWE"}}]},
      {"ruleId": "unknown", "message": {"text": "m"}}]})");
  const std::vector<ScanResult>& results = scan.runs[0].results;
  CHECK(results[0].cwes == std::vector{89});
  CHECK(results[0].severity_tenths == 98);
  CHECK(results[1].cwes == std::vector{79});
  CHECK_FALSE(results[1].severity_tenths);
  CHECK(results[2].cwes == std::vector{22});
  CHECK(results[2].severity_tenths == 75);
  CHECK(results[3].cwes == std::vector{502, 611});
  CHECK(results[4].cwes.empty());
  CHECK(scan.runs[0].rules.size() == 4);
}

TEST_CASE("each sign of a failed run makes it incomplete", "[checklists]") {
  CHECK(scan_of(run_with("\"results\": []")).runs[0].incomplete.empty());
  CHECK_FALSE(scan_of(run_with("\"columnKind\": \"utf16CodeUnits\"")).runs[0].incomplete.empty());
  CHECK_FALSE(scan_of(run_with("\"results\": [], \"invocations\": [{\"executionSuccessful\": false}]")).runs[0].incomplete.empty());
  CHECK_FALSE(scan_of(run_with("\"results\": [], \"externalPropertyFileReferences\": {\"results\": [{\"location\": {\"uri\": \"r.json\"}}]}")).runs[0].incomplete.empty());
  CHECK(scan_of(run_with("\"results\": [], \"externalPropertyFileReferences\": {\"artifacts\": [{\"location\": {\"uri\": \"a.json\"}}]}")).runs[0].incomplete.empty());
  for (const char* list : {"toolExecutionNotifications", "toolConfigurationNotifications"}) {
    auto run = [&](const char* level) {
      return run_with(std::string("\"results\": [], \"invocations\": [{\"executionSuccessful\": true, \"") + list +
                      "\": [{\"level\": \"" + level + "\", \"message\": {\"text\": \"m\"}}]}]");
    };
    CHECK_FALSE(scan_of(run("error")).runs[0].incomplete.empty());
    CHECK(scan_of(run("warning")).runs[0].incomplete.empty());
  }
}

TEST_CASE("a suppression under review does not suppress, and needs a reason to be explained", "[checklists]") {
  auto suppressed = [](const std::string& suppressions) {
    return scan_of(run_with("\"results\": [{\"ruleId\": \"r\", \"message\": {\"text\": \"m\"}, \"suppressions\": " + suppressions + "}]"))
        .runs[0]
        .results[0];
  };
  CHECK_FALSE(suppressed("[]").suppressed);
  CHECK(is_open(suppressed("[{\"kind\": \"external\", \"status\": \"underReview\"}]")));
  CHECK(is_open(suppressed("[{\"kind\": \"external\", \"status\": \"rejected\"}, {\"kind\": \"inSource\"}]")));
  ScanResult bare = suppressed("[{\"kind\": \"inSource\"}]");
  CHECK(bare.suppressed);
  CHECK_FALSE(bare.suppression_explained);
  CHECK(suppressed("[{\"kind\": \"inSource\", \"justification\": \"test data\"}]").suppression_explained);
}

TEST_CASE("times, commit and coverage are read where they stand", "[checklists]") {
  ScanRun run = scan_of(run_with("\"results\": [],"
                                 "\"versionControlProvenance\": [{\"repositoryUri\": \"https://example.org\", \"revisionId\": \"abc\"}],"
                                 "\"invocations\": [{\"executionSuccessful\": true, \"endTimeUtc\": \"2026-01-01T00:00:00.000Z\","
                                 "\"properties\": {\"sluice/filesDiscovered\": 12, \"sluice/filesScanned\": 9, \"sluice/filesSkipped\": 1, \"sluice/filesIgnored\": 2}},"
                                 "{\"executionSuccessful\": true, \"endTimeUtc\": \"2026-01-02T00:00:00.000Z\"}]"))
                    .runs[0];
  CHECK(run.ended == parse_instant("2026-01-02"));
  CHECK(run.revision == "abc");
  CHECK(coverage_percent(run) == 90);
  run.coverage = Coverage{10, 0, 0, 10};
  CHECK_FALSE(coverage_percent(run));
}

TEST_CASE("an identity survives moved lines and renamed files when the log has our fingerprint", "[checklists]") {
  auto identity = [](const std::string& uri, int line, const std::string& fingerprint) {
    return scan_of(run_with("\"results\": [{\"ruleId\": \"r\", \"message\": {\"text\": \"m\"}, \"partialFingerprints\": {\"sluice/v1\": \"" +
                            fingerprint + "\"}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"" + uri +
                            "\"}, \"region\": {\"startLine\": " + std::to_string(line) + "}}}]}]"))
        .runs[0]
        .results[0]
        .identity;
  };
  CHECK(identity("a.c", 1, "f") == identity("b.c", 9, "f"));
  CHECK(identity("a.c", 1, "f") != identity("a.c", 1, "g"));
}

TEST_CASE("what is not a SARIF log is refused, never an empty scan", "[checklists]") {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / "sluice-scan-test";
  std::filesystem::create_directories(folder);
  for (const char* text : {"", "{}", "[]", "null", "<html></html>", "{\"error\": \"unauthorized\"}", "{\"version\": \"2.1.0\"}",
                           "{\"version\": \"2.1.0\", \"runs\": []}", "{\"version\": \"1.0.0\", \"runs\": [{}]}",
                           "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"T\"}}, \"results\": ["}) {
    REQUIRE(write_file_atomically(folder / "x.sarif", text));
    INFO(text);
    Result<Scan> scan = load_scan(folder / "x.sarif");
    REQUIRE_FALSE(scan);
    CHECK(scan.error().list[0].place.file == (folder / "x.sarif").string());
  }
  CHECK_FALSE(load_scan(folder / "absent.sarif"));
  std::filesystem::remove_all(folder);
}
