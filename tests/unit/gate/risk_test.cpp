// Runs the table risk_cases.yaml: what waivers, statements, re-ratings, feeds and the Active version do to a decision.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "base/yaml_fields.h"
#include "gate/decision.h"
#include "gate/standing.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

const std::string kCases = SLUICE_SOURCE_DIR "/tests/unit/gate/risk_cases.yaml";

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

// What a signature says in these tests: "ada@example.org as security-lead, ciso".
Result<Signer> read_signature(std::string_view, std::string_view signature) {
  std::string_view text = trim(signature);
  std::size_t as = text.find(" as ");
  if (as == std::string_view::npos) return fail({}, "signature", "it is none");
  Signer signer{std::string(text.substr(0, as)), {}, "SHA256:test"};
  for (std::string_view role : split(text.substr(as + 4), ',')) signer.roles.emplace_back(trim(role));
  return signer;
}

template <class T>
T good(Result<T> result) {
  INFO((result ? std::string() : to_string(result.error())));
  REQUIRE(result);
  return *std::move(result);
}

Vulnerability vulnerability(const yaml::Node& node) {
  Reader fields(node);
  Vulnerability one;
  one.ids.cve = {fields.text("id")};
  one.ids.rule = one.ids.cve[0];
  one.asset.host = fields.optional_text("host").value_or("");
  one.component.purl = fields.optional_text("purl").value_or("");
  one.component.name = one.component.purl;
  one.component.path = fields.optional_text("path").value_or("");
  one.component.versions = fields.texts("versions");
  one.component.fixed_version = fields.optional_text("fixed").value_or("");
  one.identity = sha256_hex(one.ids.cve[0] + one.asset.host + one.component.purl);
  Rating rating;
  if (auto vector = fields.optional_text("vector")) {
    CvssResult scored = *score_cvss(*vector);
    rating = {scored.version, *vector, scored.base_only, {}, "nvd"};
    one.ratings = {rating};
  } else if (auto score = fields.number("score", 0, 10)) {
    rating.score = *score_of(*score);
    one.ratings = {rating};
  }
  one.severity = fields.word<SeverityWord>("word", {{"critical", SeverityWord::Critical}, {"high", SeverityWord::High}, {"medium", SeverityWord::Medium}})
                     .value_or(SeverityWord::Unknown);
  one.first_seen = fields.day("first-seen");
  one.published = fields.day("published");
  one.known_exploited = fields.flag("exploited").value_or(false);
  one.epss = fields.number("epss", 0, 1);
  one.status = fields
                   .word<VulnerabilityStatus>("status", {{"suppressed", VulnerabilityStatus::Suppressed},
                                                         {"needs-review", VulnerabilityStatus::NeedsReview}})
                   .value_or(VulnerabilityStatus::Open);
  return one;
}

Assessment assessment(const yaml::Node* list, Date day, std::vector<std::string> incomplete) {
  ImportedReport report;
  report.tool = report.format = "trivy";
  report.scan_end = day;
  report.incomplete_reasons = std::move(incomplete);
  report.completeness = report.incomplete_reasons.empty() ? Completeness::Complete : Completeness::Incomplete;
  each(list, [&](const yaml::Node& node) { report.vulnerabilities.push_back(vulnerability(node)); });
  return to_assessment(std::move(report));
}

checklists::ScanResult result(const yaml::Node& node) {
  Reader fields(node);
  checklists::ScanResult one;
  one.rule = fields.text("rule");
  one.identity = sha256_hex(one.rule + fields.text("file"));
  one.file = fields.text("file");
  one.level = fields.word<sarif::Level>("level", {{"error", sarif::Level::Error}, {"warning", sarif::Level::Warning}}).value_or(sarif::Level::Error);
  if (auto score = fields.number("severity", 0, 10)) one.severity_tenths = score_of(*score)->tenths;
  one.first_seen = fields.day("first-seen");
  one.kind = fields.word<sarif::Kind>("kind", {{"review", sarif::Kind::Review}, {"open", sarif::Kind::Open}}).value_or(sarif::Kind::Fail);
  return one;
}

// A waiver of the table: what is not said is that of a good one.
std::string waiver_text(const yaml::Node& node) {
  std::vector<std::pair<std::string, std::string>> keys = {
      {"id", "W-1"}, {"covers", "{ ids: [CVE-2026-1] }"}, {"reason", "not reachable"}, {"likelihood", "rare"}, {"impact", "minor"}, {"level", "low"},
      {"control", "proxy rule"}, {"max-score", "9.0"}, {"product-versions", "\">=2.0 <3.0\""}, {"author", "dev@example.org"}, {"approver", "ada@example.org"},
      {"role", "security-lead"}, {"approved", "2026-01-10"}, {"expires", "2026-06-30"}, {"signature", "ada@example.org as security-lead"}};
  for (const yaml::Pair& pair : node.pairs()) {
    auto known = std::ranges::find(keys, pair.key.scalar(), &std::pair<std::string, std::string>::first);
    if (known == keys.end()) known = keys.insert(keys.end(), {pair.key.scalar(), ""});
    known->second = pair.value.scalar();
  }
  std::string text;
  for (const auto& [key, value] : keys)
    if (!value.empty()) text += fmt::format("{}{}: {}\n", text.empty() ? "  - " : "    ", key, value);
  return text;
}

GateInput input(Reader& fields, const yaml::Node& policies) {
  GateInput made;
  made.policy = good(parse_policy("policy.yaml", policies.find(fields.optional_text("policy").value_or("risk"))->scalar()));
  made.stage = "release";
  made.as_of = *fields.day("as-of");
  made.release.product = "Product";
  made.release.version = "2.0";
  made.release.build = "sha256:" + std::string(64, 'a');
  made.release.previous_active = "1.9";
  made.release.ship_date = fields.day("ship-date");
  made.release.identifiers = {"pkg:generic/product"};
  made.assessments = {assessment(fields.find("vulnerabilities"), made.as_of, fields.texts("incomplete"))};
  if (const yaml::Node* active = fields.find("active")) made.active_assessments = {assessment(active, made.as_of, {})};
  if (const yaml::Node* results = fields.find("results")) {
    checklists::ScanRun run;
    run.tool = "Sluice";
    each(results, [&](const yaml::Node& node) { run.results.push_back(result(node)); });
    made.scans = {{"scan.sarif", "", {run}}};
  }
  if (const yaml::Node* list = fields.find("waivers")) {
    std::string text = "waivers:\n";
    each(list, [&](const yaml::Node& node) { text += waiver_text(node); });
    INFO(text);
    made.waivers = good(parse_waivers("waivers.yaml", text));
    check_signatures(made.waivers, read_signature);
  }
  if (auto text = fields.optional_text("ratings")) {
    made.ratings = good(parse_rating_events("ratings.yaml", *text));
    check_signatures(made.ratings, read_signature);
  }
  if (auto text = fields.optional_text("assets")) made.environments = good(parse_environments("assets.yaml", *text));
  if (auto text = fields.optional_text("kev")) made.kev = good(parse_kev("kev.json", *text));
  if (auto text = fields.optional_text("epss")) made.epss = good(parse_epss("epss.csv", *text));
  each(fields.find("vex"), [&](const yaml::Node& node) { made.vex.push_back(good(to_vex(good(import_report("auto", "vex.json", node.scalar()))))); });
  if (auto signer = fields.optional_text("vex-signer"))
    for (VexDocument& one : made.vex) {
      Result<Signer> found = read_signature("", *signer);
      if (found) one.signer = *found;
      else one.signature_problem = "its signature does not count: " + found.error().list.front().message;
    }
  return made;
}

std::string line_of(const Reason& reason) {
  std::string name = reason.clause.name;
  if (name.starts_with("stages.")) name = name.substr(name.find('.', 7) + 1);
  std::string line = fmt::format("{} {} | {}", to_string(reason.effect), name, reason.subject);
  if (reason.timing && reason.timing->due) line += " | due " + day_text(*reason.timing->due);
  return line;
}

std::string line_of(const SetAside& one) {
  std::string line = fmt::format("{} {} | {}", one.by, one.id, one.subject);
  if (one.timing && one.timing->due) line += " | due " + day_text(*one.timing->due);
  return line;
}

std::string line_of(const Standing& one) {
  std::string due = one.timing && one.timing->due ? day_text(*one.timing->due) : "none";
  std::string score = one.timing && one.timing->score ? to_string(*one.timing->score) : "none";
  return fmt::format("{} {} {} due {}", one.id, to_string(one.state), score, due);
}

void check_case(const yaml::Node& node, const yaml::Node& policies) {
  Reader fields(node);
  INFO(fmt::format("risk_cases.yaml:{}: {}", node.place().line, fields.text("name")));
  GateInput made = input(fields, policies);
  std::vector<Standing> standings;
  Decision decision = decide(made, &standings);
  std::vector<std::string> reasons, set_aside, stands, said;
  for (const Reason& reason : decision.reasons) {
    reasons.push_back(line_of(reason));
    said.push_back(reason.what);
    CHECK_FALSE(reason.remedy.empty());
    CHECK((reason.clause.place.file == "policy.yaml" && reason.clause.place.line > 0));
    // What is wrong with a waiver is told at its own line.
    if (reason.clause.name.find(".waivers.") != std::string::npos) CHECK(reason.where.starts_with("waivers.yaml:"));
  }
  for (const SetAside& one : decision.set_aside) set_aside.push_back(line_of(one));
  for (const Standing& one : list_standings(made)) stands.push_back(line_of(one));
  for (const std::string& text : said) UNSCOPED_INFO(text);
  for (const std::string& text : stands) UNSCOPED_INFO(text);
  CHECK(reasons == fields.texts("reasons"));
  CHECK(set_aside == fields.texts("set-aside"));
  if (fields.find("standings")) CHECK(stands == fields.texts("standings"));
  for (const std::string& part : fields.texts("says"))
    CHECK(std::ranges::any_of(said, [&](const std::string& text) { return text.find(part) != std::string::npos; }));
}

}  // namespace

TEST_CASE("the table of risks", "[gate]") {
  Result<std::string> text = read_file(kCases);
  REQUIRE(text);
  yaml::Document document = good(yaml::Document::parse("risk_cases.yaml", *text));
  const std::vector<yaml::Node>& cases = document.root().find("cases")->items();
  REQUIRE(cases.size() >= 40);
  for (const yaml::Node& node : cases) check_case(node, *document.root().find("policies"));
}
