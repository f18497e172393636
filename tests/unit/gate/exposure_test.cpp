// Who is affected: what speaks for it, what against it, and what says nothing.
#include "gate/exposure.h"

#include <catch2/catch.hpp>
#include <set>

#include "report/exposure_report.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

const std::string kDay = "2026-06-01";

Vulnerability found(std::string id) {
  Vulnerability one;
  one.ids.cve = {std::move(id)};
  one.identity = std::string(64, 'a');
  one.component.name = "libx";
  one.first_seen = parse_date("2026-05-01");
  return one;
}

Assessment report_of(std::string format, std::vector<Vulnerability> list) {
  ImportedReport one;
  one.tool = one.format = format;
  one.file = format + ".report";
  one.scan_end_time = kDay;
  one.scan_end = parse_date(kDay);
  one.completeness = Completeness::Complete;
  one.vulnerabilities = std::move(list);
  return to_assessment(std::move(one));
}

VersionEvidence version(std::string name, std::vector<Assessment> reports, std::vector<Sbom> sboms = {}) {
  VersionEvidence one{std::move(name), {}, {}, std::move(sboms)};
  Result<Policy> policy = parse_policy("policy.yaml",
                                       "policy: p\nversion: '1'\ndeadlines: { high: { from: 8.0, days: 60 }, medium: { from: 5.0, days: 180 }, "
                                       "low: { days: best-effort } }\nstages: { release: {} }\n");
  REQUIRE(policy);
  one.input.policy = *policy;
  one.input.stage = "release";
  one.input.as_of = *parse_date(kDay);
  one.input.assessments = std::move(reports);
  return one;
}

Exposed of_version(const Exposure& exposure, const std::string& name) {
  for (const VersionExposure& one : exposure.versions)
    if (one.version == name) return one.exposed;
  FAIL("no such version");
  return Exposed::Unknown;
}

Exposure ask(const ExposureQuery& query, std::vector<VersionEvidence> versions, std::vector<RecordedVulnerability> recorded = {}, Deployments deployments = {}) {
  return find_exposure(query, versions, recorded, deployments, *parse_date(kDay));
}

Sbom sbom(std::vector<SbomComponent> components, bool is_incomplete = false) { return {"bom.json", "", "CycloneDX", std::move(components), is_incomplete}; }

}  // namespace

TEST_CASE("only a tool that has seen it somewhere can show that it is not there", "[gate]") {
  ExposureQuery query{{"CVE-2026-1"}, {}, {}, {}};
  Exposure exposure = ask(query, {version("1", {report_of("trivy", {found("CVE-2026-1")})}), version("2", {report_of("trivy", {})}), version("3", {report_of("zap", {})}),
                                  version("4", {report_of("nessus", {})})});
  CHECK(of_version(exposure, "1") == Exposed::Yes);
  CHECK(of_version(exposure, "2") == Exposed::No);
  CHECK(of_version(exposure, "3") == Exposed::Unknown);
  CHECK(of_version(exposure, "4") == Exposed::Unknown);
}

TEST_CASE("what nobody has seen anywhere is ruled out by tools that look for such things", "[gate]") {
  ExposureQuery query{{"CVE-2026-1"}, {}, {}, parse_date("2026-05-01")};
  Exposure exposure = ask(query, {version("1", {report_of("trivy", {})}), version("2", {report_of("zap", {})})});
  CHECK(of_version(exposure, "1") == Exposed::No);
  CHECK(of_version(exposure, "2") == Exposed::Unknown);
}

TEST_CASE("what a decision in the ledger named is there, and what it did not name is not gone", "[gate]") {
  ExposureQuery query{{"CVE-2026-1"}, {}, {}, {}};
  RecordedVulnerability recorded{"P", "1", "CVE-2026-1 in libx 1.0", "", *parse_date("2026-03-01"), parse_date("2026-02-01"), {}, Score{98}, "ledger entry 2"};
  Deployments deployments;
  for (const char* name : {"1", "2", "3"}) deployments.list.push_back({"Acme", "", name, "", name, {}, {}});
  Exposure exposure = ask(query, {version("2", {report_of("trivy", {})})}, {recorded}, deployments);
  CHECK(of_version(exposure, "1") == Exposed::Yes);
  CHECK(of_version(exposure, "2") == Exposed::No);  // known since the ledger's day, and a report of it is younger
  CHECK(of_version(exposure, "3") == Exposed::Unknown);
  CHECK(exposure.versions[0].first_seen == parse_date("2026-02-01"));
  CHECK(exposure.versions[0].because == std::vector<std::string>{"CVE-2026-1 in libx 1.0 (decision of 2026-03-01, ledger entry 2)"});
  // A report of today that does not have it does not take back what a decision about that version said.
  CHECK(of_version(ask(query, {version("1", {report_of("trivy", {})})}, {recorded}), "1") == Exposed::Yes);
}

TEST_CASE("a bill of materials that may lack components rules nothing out", "[gate]") {
  ExposureQuery query{{}, "log4j-core", {}, {}};
  Exposure exposure = ask(query, {version("1", {}, {sbom({{"org.apache.logging.log4j:log4j-core", "2.14.1", ""}})}), version("2", {}, {sbom({{"other", "1", ""}})}),
                                  version("3", {}, {sbom({{"other", "1", ""}}, true)})});
  CHECK(of_version(exposure, "1") == Exposed::Yes);
  CHECK(of_version(exposure, "2") == Exposed::No);
  CHECK(of_version(exposure, "3") == Exposed::Unknown);
  Result<Sbom> read = parse_sbom("bom.json", R"({"bomFormat":"CycloneDX","components":[{"name":"a"}],"compositions":[{"aggregate":"incomplete_third_party_only"}]})");
  REQUIRE(read);
  CHECK(read->is_incomplete);
}

TEST_CASE("a component is known by its name, with or without a group, or by its purl", "[gate]") {
  SbomComponent grouped{"org.apache.logging.log4j:log4j-core", "2.14.1", "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar"}, bare{"Log4j-Core", "", ""};
  for (const char* wanted : {"log4j-core", "org.apache.logging.log4j:log4j-core", "LOG4J-core", "pkg:maven/org.apache.logging.log4j/log4j-core", "pkg:maven/org.apache.logging.log4j/log4j-core@2.0"}) {
    INFO(wanted);
    CHECK(is_component(grouped, wanted, nullptr));
  }
  CHECK(is_component(bare, "pkg:maven/org.apache.logging.log4j/log4j-core", nullptr));
  for (const char* wanted : {"log4j", "core", "org.apache.logging.log4j", "pkg:maven/org.example/log4j-core"}) {
    INFO(wanted);
    CHECK_FALSE(is_component(grouped, wanted, nullptr));
  }
}

TEST_CASE("each affected customer gets a letter of its own, whatever it is called", "[gate]") {
  Exposure exposure;
  for (const char* customer : {"A!", "A 2", "A?", "B"}) exposure.instances.push_back({{customer, "", "i", "", "1", {}, {}}, Exposed::Yes, {}});
  exposure.instances.back().exposed = Exposed::Unknown;
  std::set<std::string> names;
  for (const auto& [name, text] : sluice::report::letters(exposure, {}, "P")) names.insert(name);
  CHECK(names.size() == 3);
}
