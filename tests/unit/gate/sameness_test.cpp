// Runs the table sameness_cases.yaml, and what merging keeps.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/digest.h"
#include "base/file.h"
#include "base/yaml_fields.h"
#include "gate/gate_input.h"
#include "gate/model.h"
#include "gate/report_builder.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

const std::string kCases = SLUICE_SOURCE_DIR "/tests/unit/gate/sameness_cases.yaml";

Vulnerability witness(const yaml::Node& node, std::size_t number) {
  Errors mistakes;
  yaml::Fields fields(node, mistakes);
  auto text = [&](std::string_view key) { return fields.optional_text(key).value_or(""); };
  Vulnerability one;
  one.tool = fields.text("tool");
  std::string same = text("same");
  one.identity = sha256_hex(same.empty() ? fmt::format("{} {}", one.tool, number) : one.tool + same);
  one.ids = {one.tool + "-rule", fields.texts("cve"), fields.texts("ghsa"), fields.texts("cwe"), fields.texts("other")};
  one.title = text("title");
  one.asset.id = text("asset"), one.asset.host = text("host"), one.asset.ip = text("ip");
  one.asset.image = text("image"), one.asset.project = text("project"), one.asset.url = text("url");
  if (auto port = fields.whole("port", 1, 65535)) one.asset.port = static_cast<std::uint16_t>(*port), one.asset.protocol = "tcp";
  one.component.purl = text("purl");
  one.component.name = text("name").empty() ? one.component.purl : text("name");
  one.component.path = text("path");
  one.location.file = text("file"), one.location.line_hash = text("line-hash");
  one.location.line = static_cast<std::uint32_t>(fields.whole("line", 1, 99).value_or(0));
  one.input = {text("method"), text("parameter")};
  if (auto score = fields.number("score", 0, 10)) one.ratings = {{{}, {}, *score_of(*score), {}, one.tool}};
  fields.finish();
  INFO(to_string(mistakes));
  CHECK(mistakes.empty());
  return one;
}

Assessment report_of(const Vulnerability& one, const std::string& file) {
  ImportedReport report;
  report.file = file;
  report.vulnerabilities = {one};
  return to_assessment(std::move(report));
}

using Groups = std::set<std::set<std::size_t>>;

// `numbers`: of the witnesses, in the order of the reports.
Groups groups_of(const Model& model, const std::vector<std::size_t>& numbers) {
  Groups groups;
  for (std::size_t i = 0; i < model.size(); ++i) {
    std::set<std::size_t> group;
    for (const Witness& one : model.at(i).witnesses) group.insert(numbers[one.id.report]);
    groups.insert(group);
  }
  return groups;
}

Vulnerability seen_by(const std::string& tool, std::optional<Date> day) {
  Vulnerability one;
  one.tool = tool;
  one.identity = sha256_hex(tool);
  one.ids.rule = tool + "-1";
  one.ids.cve = {"CVE-2024-1"};
  one.asset.image = "registry.example/app:1.0";
  one.component.name = "zlib";
  one.component.purl = "pkg:deb/debian/zlib@1";
  one.first_seen = day;
  return one;
}

}  // namespace

TEST_CASE("the table of sameness", "[gate]") {
  Result<std::string> text = read_file(kCases);
  REQUIRE(text);
  Result<yaml::Document> document = yaml::Document::parse("sameness_cases.yaml", *text);
  REQUIRE(document);
  std::set<std::string> tested;
  for (const yaml::Node& node : document->root().find("cases")->items()) {
    INFO(fmt::format("sameness_cases.yaml:{}: {}", node.place().line, node.find("name")->scalar()));
    std::vector<Vulnerability> witnesses;
    for (const yaml::Node& item : node.find("witnesses")->items()) witnesses.push_back(witness(item, witnesses.size()));
    Groups expected;
    for (const yaml::Node& list : node.find("groups")->items()) {
      std::set<std::size_t> group;
      for (const yaml::Node& number : list.items()) group.insert(static_cast<std::size_t>(*number.as_int()));
      expected.insert(group);
    }
    std::vector<std::size_t> order(witnesses.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::set<std::string> identities;
    do {
      std::vector<Assessment> reports;
      for (std::size_t number : order) reports.push_back(report_of(witnesses[number], fmt::format("report-{}", number)));
      Model model(reports, {});
      CHECK(groups_of(model, order) == expected);
      std::string all;
      std::set<std::string> different;
      for (std::size_t i = 0; i < model.size(); ++i) {
        all += model.at(i).vulnerability.identity + " " + model.at(i).vulnerability.title + "\n";
        different.insert(model.at(i).vulnerability.identity);
      }
      CHECK(different.size() == model.size());
      identities.insert(all);
      if (const yaml::Node* rule = node.find("rule")) {
        tested.insert(rule->scalar());
        CHECK(std::ranges::any_of(std::vector<std::size_t>{0, model.size() - 1},
                                  [&](std::size_t i) { return model.rule_of(i) && model.rule_of(i)->name == rule->scalar(); }));
      }
    } while (std::ranges::next_permutation(order).found);
    // The order of reports changes nothing.
    CHECK(identities.size() == 1);
  }
  for (const SamenessRule& rule : sameness_rules().rules) {
    INFO(rule.name);
    CHECK(tested.contains(rule.name));
  }
}

TEST_CASE("what is merged keeps the earliest day, all scores, and each witness's status", "[gate]") {
  Vulnerability first = seen_by("grype", parse_date("2026-03-05")), second = seen_by("trivy", parse_date("2026-02-01"));
  first.ratings = {{CvssVersion::V3_1, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", Score{75}, {}, "nvd"}};
  second.ratings = {{CvssVersion::V4_0, "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N", Score{69}, {}, "ghsa"}};
  first.status = VulnerabilityStatus::Suppressed;
  first.claim = SuppressionClaim::NotAffected;
  first.status_reason = "not in use";
  std::vector<Assessment> reports = {report_of(first, "grype.json"), report_of(second, "trivy.json")};
  Model model(reports, {});
  REQUIRE(model.size() == 1);
  MergedVulnerability merged = model.at(0);
  CHECK(merged.vulnerability.first_seen == parse_date("2026-02-01"));
  CHECK(choose_score(merged.vulnerability.ratings).score == Score{69});
  CHECK(merged.vulnerability.ratings.size() == 2);
  // What one waives and another simply reports is open, and the one who waived it still says so.
  CHECK(merged.vulnerability.status == VulnerabilityStatus::Open);
  REQUIRE(merged.witnesses.size() == 2);
  CHECK(merged.witnesses[0].tool == "grype");
  CHECK(merged.witnesses[0].status == VulnerabilityStatus::Suppressed);
  CHECK(merged.witnesses[0].status_reason == "not in use");
  CHECK(merged.witnesses[1].status == VulnerabilityStatus::Open);
}

TEST_CASE("what one tool's name was recorded for is found when another tool sees it, too", "[gate]") {
  std::vector<Assessment> alone = {report_of(seen_by("grype", {}), "g")}, both = {report_of(seen_by("trivy", {}), "t"), report_of(seen_by("grype", {}), "g")};
  MergedVulnerability before = Model(alone, {}).at(0), after = Model(both, {}).at(0);
  CHECK(before.vulnerability.identity == after.vulnerability.identity);
  for (const std::string& name : before.names) CHECK(std::ranges::count(after.names, name) == 1);
  CHECK(before.names == std::vector<std::string>{before.vulnerability.identity, sha256_hex("grype"), "CVE-2024-1"});
}

TEST_CASE("an identity stays when a witness tells a part that was left out before", "[gate]") {
  Vulnerability vague = seen_by("nessus", {}), exact = seen_by("qualys", {});
  for (Vulnerability* one : {&vague, &exact}) one->asset = {}, one->component = {}, one->asset.host = "web";
  exact.asset.port = 443, exact.asset.protocol = "tcp";
  std::vector<Assessment> one = {report_of(vague, "n")}, two = {report_of(vague, "n"), report_of(exact, "q")};
  MergedVulnerability before = Model(one, {}).at(0), after = Model(two, {}).at(0);
  CHECK(std::ranges::count(after.names, before.vulnerability.identity) == 1);
}

TEST_CASE("a store gives back what a decision reads", "[gate]") {
  Vulnerability one = seen_by("trivy", parse_date("2026-02-01"));
  one.ids.ghsa = {"GHSA-aaaa-bbbb-cccc"}, one.ids.cwe = {"CWE-79"}, one.ids.other = {"PYSEC-1"};
  one.ratings = {{CvssVersion::V3_1, "CVSS:3.1/x", Score{75}, Score{70}, "nvd"}, {{}, {}, Score{10}, {}, "x"}};
  one.asset = {"i-1", "web", "10.0.0.5", 443, "tcp", "img", "shop", "https://web/a"};
  one.component.versions = {"1", "2"}, one.component.path = "a/b", one.component.fixed_version = "3";
  one.location = {"a.c", 7, "c1:1", {"/a", "/b"}};
  one.input = {"GET", "q"};
  one.title = "T", one.tool_severity = "HIGH", one.severity = SeverityWord::High, one.tool_version = "9";
  one.remediation = "Update.";
  one.status = VulnerabilityStatus::Suppressed, one.status_reason = "because", one.claim = SuppressionClaim::Fixed;
  one.last_seen = parse_date("2026-03-01"), one.published = parse_date("1970-01-01");
  one.known_exploited = true, one.epss = 0.125;
  VulnerabilityStore store;
  store.add(one);
  CHECK(store.at(0) == one);
  one.description = "long", one.evidence = {"output"}, one.remediation = "\nFirst line\nsecond line";
  store.replace(0, one);
  CHECK(store.at(0).description.empty());
  CHECK(store.at(0).evidence.empty());
  CHECK(store.at(0).remediation == "First line");
  Vulnerability nameless = seen_by("", {});
  nameless.tool_version.clear();
  store.add(nameless);
  store.set_tool("Nessus", "10");
  CHECK(store.at(1).tool == "Nessus");
  CHECK(store.at(0).tool == "trivy");
}

TEST_CASE("a hundred thousand of one CVE on one host, each in a package of its own, take no square of time", "[gate]") {
  ImportedReport report;
  for (int i = 0; i < 100'000; ++i) {
    Vulnerability one = seen_by("inspector", {});
    one.identity = sha256_hex(std::to_string(i));
    one.asset = {};
    one.asset.host = "web";
    one.component = {};
    one.component.name = fmt::format("package-{}", i / 2);
    report.vulnerabilities.push_back(std::move(one));
  }
  std::vector<Assessment> reports;
  reports.push_back(to_assessment(std::move(report)));
  CHECK(Model(reports, {}).size() == 50'000);
}
