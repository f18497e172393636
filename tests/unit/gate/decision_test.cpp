// Runs the table decision_cases.yaml; the test for "this evidence, that decision".
#include "gate/decision.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/digest.h"
#include "base/file.h"
#include "base/yaml_fields.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

const std::string kCases = SLUICE_SOURCE_DIR "/tests/unit/gate/decision_cases.yaml";
const std::string kCommit = "3f1c0de9a1b2c3d4e5f60718293a4b5c6d7e8f90";
const std::string kBuild = "sha256:" + std::string(64, 'a');

// Members that must be there or not; a wrong one fails the test when `finish` is called.
struct Reader : yaml::Fields {
  Errors mistakes;
  explicit Reader(const yaml::Node& node) : yaml::Fields(node, mistakes) {}
  ~Reader() {
    finish();
    INFO(to_string(mistakes));
    CHECK(mistakes.empty());
  }
};

template <class Use>
void each(const yaml::Node* list, Use use) {
  if (list)
    for (const yaml::Node& item : list->items()) use(item);
}

Vulnerability vulnerability(const yaml::Node& node) {
  Reader fields(node);
  Vulnerability one;
  one.ids.cve = {fields.text("id")};
  one.asset.host = fields.optional_text("host").value_or("");
  one.identity = sha256_hex(one.ids.cve[0] + one.asset.host);
  if (auto score = fields.number("score", 0, 10)) {
    Rating rating;
    rating.score = *score_of(*score);
    one.ratings = {rating};
  }
  one.severity = fields.word<SeverityWord>("word", {{"critical", SeverityWord::Critical}, {"high", SeverityWord::High}})
                     .value_or(SeverityWord::Unknown);
  one.first_seen = fields.day("first-seen");
  one.status = fields
                   .word<VulnerabilityStatus>("status", {{"suppressed", VulnerabilityStatus::Suppressed},
                                                         {"needs-review", VulnerabilityStatus::NeedsReview}})
                   .value_or(VulnerabilityStatus::Open);
  return one;
}

Assessment assessment(const yaml::Node& node) {
  Reader fields(node);
  ImportedReport report;
  report.tool = report.format = fields.text("tool");
  report.scan_end_time = fields.text("ended");
  report.scan_end = parse_date(report.scan_end_time);
  report.targets = fields.texts("targets");
  report.credentialed = fields.flag("credentialed");
  report.incomplete_reasons = fields.texts("incomplete");
  report.completeness = report.incomplete_reasons.empty() ? Completeness::Complete : Completeness::Incomplete;
  return to_assessment(std::move(report));
}

checklists::ScanResult result(const yaml::Node& node) {
  Reader fields(node);
  checklists::ScanResult one;
  one.rule = fields.text("rule");
  one.identity = sha256_hex(one.rule);
  one.level = *fields.word<sarif::Level>("level", {{"error", sarif::Level::Error},
                                                   {"warning", sarif::Level::Warning},
                                                   {"note", sarif::Level::Note},
                                                   {"none", sarif::Level::None}});
  one.kind = fields.word<sarif::Kind>("kind", {{"pass", sarif::Kind::Pass}}).value_or(sarif::Kind::Fail);
  one.suppressed = fields.flag("suppressed").value_or(false);
  one.first_seen = fields.day("first-seen");
  one.baseline = fields.word<sarif::BaselineState>("baseline", {{"new", sarif::BaselineState::New},
                                                                {"unchanged", sarif::BaselineState::Unchanged},
                                                                {"absent", sarif::BaselineState::Absent}});
  if (auto score = fields.number("severity", 0, 10)) one.severity_tenths = score_of(*score)->tenths;
  each(fields.find("cwes"), [&](const yaml::Node& cwe) { one.cwes.push_back(static_cast<int>(*cwe.as_int())); });
  return one;
}

checklists::Scan scan(const yaml::Node& node) {
  Reader fields(node);
  checklists::ScanRun run;
  run.tool = fields.optional_text("tool").value_or("Sluice");
  run.incomplete = fields.texts("incomplete");
  run.ended = fields.instant("ended");
  run.revision = fields.optional_text("revision").value_or("");
  if (const yaml::Node* coverage = fields.find("coverage")) {
    std::int64_t scanned = *coverage->items()[0].as_int(), skipped = *coverage->items()[1].as_int();
    run.coverage = checklists::Coverage{scanned + skipped, scanned, skipped, 0};
  }
  each(fields.find("results"), [&](const yaml::Node& item) { run.results.push_back(result(item)); });
  return {"scan.sarif", "", {run}};
}

checklists::Evaluation checklist(const yaml::Node& node) {
  Reader fields(node);
  checklists::Evaluation evaluation;
  evaluation.checklist.id = fields.text("id");
  for (const yaml::Pair& pair : fields.required("items")->pairs()) {
    checklists::ItemResult one;
    one.item.id = pair.key.scalar();
    one.item.title = "Title of " + one.item.id;
    one.item.evidence = "Evidence of " + one.item.id;
    one.judgement.message = "message of " + one.item.id;
    for (sarif::Kind kind : {sarif::Kind::Pass, sarif::Kind::Fail, sarif::Kind::Open, sarif::Kind::Review, sarif::Kind::NotApplicable})
      if (sarif::to_string(kind) == pair.value.scalar()) one.judgement.kind = kind;
    evaluation.results.push_back(std::move(one));
  }
  return evaluation;
}

Release release(Reader& fields) {
  Release one;
  one.product = "Product";
  one.version = "2.0";
  one.commit = kCommit;
  one.build = kBuild;
  one.ship_date = fields.day("ship-date");
  if (fields.flag("sandbox").value_or(false))
    one.sandbox = Sandbox{"sbx", kBuild, *parse_instant("2026-09-20T10:00:00Z"), {"10.20.0.11", "web.sbx.example"}};
  return one;
}

GateInput input(Reader& fields, const yaml::Node& policies) {
  GateInput made;
  Result<Policy> policy = parse_policy("policy.yaml", policies.find(fields.text("policy"))->scalar());
  REQUIRE(policy);
  made.policy = *std::move(policy);
  made.stage = fields.optional_text("stage").value_or("release");
  made.as_of = *fields.day("as-of");
  made.release = release(fields);
  if (const yaml::Node* days = fields.find("first-seen")) {
    made.first_seen.file = "first_seen.yaml";
    for (const yaml::Pair& pair : days->pairs()) made.first_seen.days[pair.key.scalar()] = *parse_day(pair.value.scalar());
  }
  each(fields.find("scans"), [&](const yaml::Node& node) { made.scans.push_back(scan(node)); });
  each(fields.find("assessments"), [&](const yaml::Node& node) { made.assessments.push_back(assessment(node)); });
  std::optional<Date> report_day = fields.day("report-day");
  // Each vulnerability in a report of its own: the same one in two reports must be merged.
  each(fields.find("vulnerabilities"), [&](const yaml::Node& node) {
    ImportedReport report;
    report.tool = report.format = "trivy";
    report.scan_end = report_day;
    report.vulnerabilities = {vulnerability(node)};
    made.assessments.push_back(to_assessment(std::move(report)));
  });
  if (const yaml::Node* node = fields.find("checklist")) made.checklists = {checklist(*node)};
  return made;
}

std::string line_of(const Reason& reason) {
  std::string name = reason.clause.name;
  if (name.starts_with("stages.")) name = name.substr(name.find('.', 7) + 1);
  std::string line = fmt::format("{} {} {} | {}", to_string(reason.effect), to_string(reason.action), name, reason.subject);
  if (reason.timing && reason.timing->due) line += " | due " + day_text(*reason.timing->due);
  return line;
}

}  // namespace

TEST_CASE("the table of decisions", "[gate]") {
  Result<std::string> text = read_file(kCases);
  REQUIRE(text);
  Result<yaml::Document> document = yaml::Document::parse("decision_cases.yaml", *text);
  REQUIRE(document);
  const yaml::Node& policies = *document->root().find("policies");
  const std::vector<yaml::Node>& cases = document->root().find("cases")->items();
  REQUIRE(cases.size() >= 25);
  for (const yaml::Node& node : cases) {
    Reader fields(node);
    INFO(fmt::format("decision_cases.yaml:{}: {}", node.place().line, fields.text("name")));
    GateInput made = input(fields, policies);
    Decision decision = decide(made);
    Reader expected(*fields.required("expect"));
    CHECK(to_string(decision.verdict) == expected.text("verdict"));
    CHECK(static_cast<int>(exit_code(decision)) == *expected.whole("exit", 0, 3));
    std::vector<std::string> lines;
    for (const Reason& reason : decision.reasons) {
      lines.push_back(line_of(reason));
      // Every reason names its clause with a line, and says what to do.
      CHECK(reason.clause.place.file == "policy.yaml");
      CHECK(reason.clause.place.line > 0);
      CHECK_FALSE(reason.what.empty());
      CHECK_FALSE(reason.remedy.empty());
    }
    CHECK(lines == expected.texts("reasons"));
  }
}

TEST_CASE("the order in which evidence is given changes nothing about the reasons", "[gate]") {
  Result<std::string> text = read_file(kCases);
  Result<yaml::Document> document = yaml::Document::parse("decision_cases.yaml", *text);
  for (const yaml::Node& node : document->root().find("cases")->items()) {
    Reader fields(node);
    fields.find("name"), fields.find("expect");
    GateInput made = input(fields, *document->root().find("policies"));
    Decision before = decide(made);
    std::ranges::reverse(made.assessments);
    std::ranges::reverse(made.scans);
    Decision after = decide(made);
    REQUIRE(before.reasons.size() == after.reasons.size());
    for (std::size_t i = 0; i < before.reasons.size(); ++i) {
      CHECK(line_of(before.reasons[i]) == line_of(after.reasons[i]));
      CHECK(before.reasons[i].what == after.reasons[i].what);
    }
  }
}
