#include "gate/policy_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/file.h"
#include "base/yaml_fields.h"

namespace sluice::gate {
namespace {

const std::string kCommit = "3f1c0de9a1b2c3d4e5f60718293a4b5c6d7e8f90";
const std::string kBuild = "sha256:" + std::string(64, 'a'), kOtherBuild = "sha256:" + std::string(64, 'b');

template <class Use>
void each(yaml::Fields& parent, std::string_view key, Use use) {
  const yaml::Node* list = parent.find(key);
  if (!list) return;
  if (!list->is_sequence()) parent.complain(*list, "yaml-type", fmt::format("`{}` must be a list", key));
  for (const yaml::Node& item : list->items()) {
    yaml::Fields fields(item, parent.errors());
    use(fields);
    fields.finish();
  }
}

// The members of a case; what it does not say, the file may say for all.
class CaseFields {
 public:
  CaseFields(const yaml::Node& own, const yaml::Node* given, Errors& errors) : own_(own, errors) {
    if (given) given_.emplace(*given, errors);
  }
  // Whoever says `key`; the case itself when nobody does.
  yaml::Fields& at(std::string_view key) {
    own_.find(key);
    bool is_given = given_ && given_->find(key);
    return is_given && !own_.node().has(key) ? *given_ : own_;
  }
  void finish() {
    own_.finish();
    if (given_) given_->finish();
  }

 private:
  yaml::Fields own_;
  std::optional<yaml::Fields> given_;
};

std::optional<Score> read_score(yaml::Fields& fields, std::string_view key) {
  auto score = fields.number(key, 0, 10);
  return score ? score_of(*score) : std::nullopt;
}

// What a weakness is known by in later reports; `known` names the first part.
std::string identity_of(const std::string& id, const std::string& where) { return sha256_hex(id + where); }

Vulnerability read_vulnerability(yaml::Fields& fields) {
  Vulnerability one;
  one.ids.cve = {fields.text("id")};
  one.asset.host = fields.optional_text("host").value_or("");
  one.identity = identity_of(one.ids.cve[0], one.asset.host);
  if (auto score = read_score(fields, "score")) {
    Rating rating;
    rating.score = *score;
    one.ratings = {rating};
  }
  one.severity = fields
                     .word<SeverityWord>("word", {{"critical", SeverityWord::Critical},
                                                  {"high", SeverityWord::High},
                                                  {"medium", SeverityWord::Medium},
                                                  {"low", SeverityWord::Low},
                                                  {"info", SeverityWord::Info}})
                     .value_or(SeverityWord::Unknown);
  one.first_seen = fields.day("first-seen");
  one.component.name = fields.optional_text("component").value_or("");
  one.component.path = fields.optional_text("path").value_or("");
  one.component.fixed_version = fields.optional_text("fixed").value_or("");
  one.epss = fields.number("epss", 0, 1);
  one.known_exploited = fields.flag("exploited").value_or(false);
  one.status = fields
                   .word<VulnerabilityStatus>("status", {{"open", VulnerabilityStatus::Open},
                                                         {"suppressed", VulnerabilityStatus::Suppressed},
                                                         {"needs-review", VulnerabilityStatus::NeedsReview}})
                   .value_or(VulnerabilityStatus::Open);
  one.status_reason = fields.optional_text("because").value_or("");
  return one;
}

Assessment read_assessment(yaml::Fields& fields) {
  ImportedReport report;
  report.tool = report.format = fields.text("tool");
  report.file = report.tool + ".report";
  report.scan_end_time = fields.text("ended");
  report.scan_end = parse_date(report.scan_end_time);
  report.targets = fields.texts("targets");
  report.credentialed = fields.flag("credentialed");
  report.incomplete_reasons = fields.texts("incomplete");
  if (auto feed = fields.optional_text("feed")) report.facts["feed"] = *feed;
  report.completeness = !report.incomplete_reasons.empty()                     ? Completeness::Incomplete
                        : fields.flag("says-complete").value_or(true) ? Completeness::Complete
                                                                               : Completeness::Unknown;
  each(fields, "vulnerabilities", [&](yaml::Fields& item) { report.vulnerabilities.push_back(read_vulnerability(item)); });
  return to_assessment(std::move(report));
}

checklists::ScanResult read_result(yaml::Fields& fields) {
  checklists::ScanResult one;
  one.rule = fields.text("rule");
  one.file = fields.optional_text("file").value_or("");
  one.identity = identity_of(one.rule, one.file);
  one.line_hash = fields.optional_text("line-text").value_or("");
  one.level = fields
                  .word<sarif::Level>("level", {{"error", sarif::Level::Error},
                                                {"warning", sarif::Level::Warning},
                                                {"note", sarif::Level::Note},
                                                {"none", sarif::Level::None}})
                  .value_or(sarif::Level::Warning);
  one.kind = fields.word<sarif::Kind>("kind", {{"pass", sarif::Kind::Pass}, {"fail", sarif::Kind::Fail}, {"open", sarif::Kind::Open}, {"review", sarif::Kind::Review}})
                 .value_or(sarif::Kind::Fail);
  one.suppressed = fields.flag("suppressed").value_or(false);
  one.suppression_explained = fields.flag("explained").value_or(false);
  one.first_seen = fields.day("first-seen");
  one.baseline = fields.word<sarif::BaselineState>("baseline", {{"new", sarif::BaselineState::New},
                                                                {"unchanged", sarif::BaselineState::Unchanged},
                                                                {"updated", sarif::BaselineState::Updated},
                                                                {"absent", sarif::BaselineState::Absent}});
  if (auto score = read_score(fields, "severity")) one.severity_tenths = score->tenths;
  one.cwes = checklists::read_cwes(fields);
  one.epss = fields.number("epss", 0, 1);
  one.is_exploited = fields.flag("exploited").value_or(false);
  one.is_in_component = fields.optional_text("component").has_value();
  one.has_fixed_version = fields.optional_text("fixed").has_value();
  return one;
}

// Results that are alike are at different spots, as in a log.
void read_results(yaml::Fields& fields, std::string_view key, checklists::ScanRun& run) {
  std::map<std::string, int> alike;
  each(fields, key, [&](yaml::Fields& item) {
    checklists::ScanResult one = read_result(item);
    if (int number = alike[one.identity]++; number > 0) one.identity = identity_of(one.identity, std::to_string(number));
    run.results.push_back(std::move(one));
  });
}

std::optional<checklists::Coverage> read_coverage(yaml::Fields& fields) {
  const yaml::Node* node = fields.find("coverage");
  if (!node) return std::nullopt;
  auto number = [&](std::size_t index) {
    return node->items().size() == 2 ? node->items()[index].as_int().value_or(-1) : -1;
  };
  std::int64_t scanned = number(0), skipped = number(1);
  if (scanned < 0 || skipped < 0) fields.complain(*node, "case-coverage", "`coverage` must be [files scanned, files skipped]");
  return checklists::Coverage{scanned + skipped, scanned, skipped, 0};
}

checklists::Scan read_scan(yaml::Fields& fields) {
  checklists::ScanRun run;
  run.tool = fields.optional_text("tool").value_or("Sluice");
  run.incomplete = fields.texts("incomplete");
  run.ended = fields.instant("ended");
  run.revision = fields.optional_text("revision").value_or("");
  run.coverage = read_coverage(fields);
  if (fields.find("cwes")) run.rules = {{"some-rule", checklists::read_cwes(fields)}};
  read_results(fields, "results", run);
  return {"scan.sarif", "", {std::move(run)}};
}

checklists::ItemResult read_item(const std::string& id, const yaml::Node& word, yaml::Fields& fields) {
  checklists::ItemResult one;
  one.item.id = id;
  one.item.title = "Title of " + id;
  one.item.evidence = "Evidence of " + id;
  one.judgement.message = "message of " + id;
  one.judgement.kind = fields
                           .word_of<sarif::Kind>(word, {{"pass", sarif::Kind::Pass},
                                                        {"fail", sarif::Kind::Fail},
                                                        {"open", sarif::Kind::Open},
                                                        {"review", sarif::Kind::Review},
                                                        {"notApplicable", sarif::Kind::NotApplicable}})
                           .value_or(sarif::Kind::Fail);
  return one;
}

checklists::Evaluation read_checklist(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  checklists::Evaluation evaluation;
  evaluation.checklist.id = fields.text("id");
  if (const yaml::Node* items = fields.required("items"))
    for (const yaml::Pair& pair : items->pairs()) evaluation.results.push_back(read_item(pair.key.scalar(), pair.value, fields));
  fields.finish();
  return evaluation;
}

Sandbox read_sandbox(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  Sandbox sandbox{"sbx", kBuild, {}, {}};
  fields.required("deployed");
  sandbox.deployed = fields.instant("deployed").value_or(Instant{});
  sandbox.assets = fields.texts("assets");
  bool is_other = fields.word<bool>("build", {{"other", true}, {"same", false}}).value_or(false);
  if (is_other) sandbox.build = kOtherBuild;
  fields.finish();
  return sandbox;
}

std::map<std::string, Date, std::less<>> read_days(yaml::Fields& parent, std::string_view key) {
  std::map<std::string, Date, std::less<>> days;
  const yaml::Node* node = parent.find(key);
  if (!node) return days;
  yaml::Fields fields(*node, parent.errors());
  for (const yaml::Pair& pair : node->pairs())
    if (auto day = fields.day(pair.key.scalar())) days[pair.key.scalar()] = *day;
  return days;
}

Release read_release(CaseFields& facts) {
  Release one;
  one.product = "Product";
  one.version = facts.at("version").optional_text("version").value_or("2.0");
  one.commit = kCommit;
  one.build = kBuild;
  one.previous_active = facts.at("previous-active").optional_text("previous-active").value_or("");
  one.shipped = read_days(facts.at("shipped"), "shipped");
  one.ship_date = facts.at("ship-date").day("ship-date");
  yaml::Fields& fields = facts.at("sandbox");
  if (const yaml::Node* sandbox = fields.find("sandbox")) one.sandbox = read_sandbox(*sandbox, fields.errors());
  return one;
}

// Names stand for the identity of the thing without a host or file.
Baseline read_baseline(CaseFields& facts) {
  Baseline baseline;
  yaml::Fields &known = facts.at("known"), &suppressed = facts.at("known-suppressed");
  if (!known.find("known") && !suppressed.find("known-suppressed")) return baseline;
  baseline.file = "baseline.sarif";
  for (const std::string& name : known.texts("known")) {
    baseline.open.insert(identity_of(name, ""));
    ++baseline.open_results[identity_of(name, "")];
  }
  for (const std::string& name : suppressed.texts("known-suppressed")) {
    baseline.suppressed.insert(identity_of(name, ""));
    ++baseline.suppressed_results[identity_of(name, "")];
  }
  return baseline;
}

void read_weaknesses(CaseFields& facts, GateInput& input) {
  each(facts.at("scans"), "scans", [&](yaml::Fields& item) { input.scans.push_back(read_scan(item)); });
  each(facts.at("assessments"), "assessments", [&](yaml::Fields& item) { input.assessments.push_back(read_assessment(item)); });
  std::optional<Date> report_day = facts.at("report-day").day("report-day");
  // Each vulnerability in a report of its own: the same one in two reports must be merged.
  each(facts.at("vulnerabilities"), "vulnerabilities", [&](yaml::Fields& item) {
    ImportedReport report;
    report.tool = report.format = "trivy";
    report.file = "trivy.json";
    report.scan_end = report_day;
    report.vulnerabilities = {read_vulnerability(item)};
    input.assessments.push_back(to_assessment(std::move(report)));
  });
  checklists::ScanRun run;
  run.tool = "Findings";
  read_results(facts.at("findings"), "findings", run);
  if (!run.results.empty()) input.scans.push_back({"findings.sarif", "", {std::move(run)}});
  input.baseline = read_baseline(facts);
  if (!input.baseline.file.empty()) compare_with(input.baseline, input.scans);
}

void read_expected(const yaml::Node& node, PolicyCase& one, Errors& errors) {
  yaml::Fields fields(node, errors);
  fields.required("verdict");
  one.verdict = fields
                    .word<Verdict>("verdict", {{"go", Verdict::Go},
                                               {"go-with-conditions", Verdict::GoWithConditions},
                                               {"hold", Verdict::Hold}})
                    .value_or(Verdict::Go);
  if (auto exit = fields.whole("exit", 0, 3)) one.exit = static_cast<int>(*exit);
  if (fields.find("clauses")) {
    one.clauses = fields.texts("clauses");
    std::ranges::sort(*one.clauses);
  }
  if (fields.find("reasons")) one.reasons = fields.texts("reasons");
  fields.finish();
}

std::string short_name(const Clause& clause) {
  return clause.name.starts_with("stages.") ? clause.name.substr(clause.name.find('.', 7) + 1) : clause.name;
}

// What is missing and what is too much, in the order of the lists, as a diff shows it.
void compare_lists(std::string_view what, const std::vector<std::string>& expected, const std::vector<std::string>& found,
                   std::vector<std::string>& lines) {
  if (expected == found) return;
  std::multiset<std::string> left(found.begin(), found.end());
  std::vector<std::string> missing;
  for (const std::string& line : expected)
    if (auto at = left.find(line); at != left.end()) left.erase(at);
    else missing.push_back(line);
  for (const std::string& line : missing) lines.push_back(fmt::format("- {}: {}", what, line));
  for (const std::string& line : left) lines.push_back(fmt::format("+ {}: {}", what, line));
  if (missing.empty() && left.empty()) lines.push_back(fmt::format("+ {}: in another order", what));
}

// Runs all; the clauses that never decided are those of `policy`.
PolicyTestReport run_cases(const Policy& policy, const std::vector<PolicyCase>& list) {
  PolicyTestReport report;
  std::map<std::string, bool> has_decided;
  for (const StagePolicy& stage : policy.stages) has_decided["stages." + stage.name] = false;
  for (const PolicyCase& one : list) {
    ++report.cases;
    has_decided["stages." + one.input.stage] = true;
    Decision decision = decide(one.input);
    for (const Account& account : decision.accounts) has_decided[account.clause.name] |= account.decided > 0;
    if (auto lines = differences(one, decision); !lines.empty()) report.failures.push_back({one.name, one.place, std::move(lines)});
  }
  for (const auto& [name, decided] : has_decided)
    if (!decided) report.untested.push_back(name);
  return report;
}

}  // namespace

PolicyCase read_policy_case(const yaml::Node& node, const yaml::Node* given, const Policy& policy, Errors& errors) {
  CaseFields facts(node, given, errors);
  PolicyCase one;
  one.place = node.place();
  one.name = facts.at("name").text("name");
  facts.at("policy");  // whoever calls has read it
  one.input.policy = policy;
  one.input.stage = facts.at("stage").optional_text("stage").value_or("release");
  if (!policy.find_stage(one.input.stage)) errors.add(node.place(), "case-stage", fmt::format("the policy has no stage `{}`", one.input.stage));
  facts.at("as-of").required("as-of");
  one.input.as_of = facts.at("as-of").day("as-of").value_or(Date{});
  one.input.release = read_release(facts);
  if (facts.at("first-seen").find("first-seen")) {
    one.input.first_seen.file = "first_seen.yaml";
    one.input.first_seen.days = read_days(facts.at("first-seen"), "first-seen");
  }
  read_weaknesses(facts, one.input);
  if (const yaml::Node* checklist = facts.at("checklist").find("checklist")) one.input.checklists = {read_checklist(*checklist, errors)};
  if (const yaml::Node* expect = facts.at("expect").required("expect")) read_expected(*expect, one, errors);
  facts.finish();
  return one;
}

std::string line_of(const Reason& reason) {
  std::string line = fmt::format("{} {} {} | {}", to_string(reason.effect), to_string(reason.action), short_name(reason.clause), reason.subject);
  if (reason.timing && reason.timing->due) line += " | due " + day_text(*reason.timing->due);
  return line;
}

std::vector<std::string> differences(const PolicyCase& one, const Decision& decision) {
  std::vector<std::string> lines, reasons;
  if (decision.verdict != one.verdict) {
    lines.push_back(fmt::format("- verdict: {}", to_string(one.verdict)));
    lines.push_back(fmt::format("+ verdict: {}", to_string(decision.verdict)));
  }
  int exit = static_cast<int>(exit_code(decision));
  if (one.exit && exit != *one.exit) {
    lines.push_back(fmt::format("- exit: {}", *one.exit));
    lines.push_back(fmt::format("+ exit: {}", exit));
  }
  std::set<std::string> deciding;
  for (const Reason& reason : decision.reasons) {
    reasons.push_back(line_of(reason));
    if (reason.effect != Effect::Report) deciding.insert(short_name(reason.clause));
  }
  if (one.clauses) compare_lists("clause", *one.clauses, {deciding.begin(), deciding.end()}, lines);
  if (one.reasons) compare_lists("reason", *one.reasons, reasons, lines);
  return lines;
}

Result<PolicyTestReport> test_policy(const std::filesystem::path& path, const std::filesystem::path& policy_root) {
  SLUICE_TRY(std::string text, read_file(path));
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(path.string(), text));
  Errors errors;
  yaml::Fields fields(document.root(), errors);
  std::string named = fields.text("policy");
  const yaml::Node *cases = fields.required("cases"), *given = fields.find("given");
  fields.finish();
  if (cases && (!cases->is_sequence() || cases->items().empty())) fields.complain(*cases, "case-none", "`cases` must be a list of cases");
  if (!errors.empty()) return std::unexpected(std::move(errors));
  std::map<std::string, Policy> policies;
  SLUICE_TRY(policies[named], load_policy(path.parent_path() / named, policy_root));
  std::vector<PolicyCase> list;
  for (const yaml::Node& node : cases->items()) {
    const yaml::Node* own = node.find("policy");
    const std::string& name = own && own->is_scalar() ? own->scalar() : named;
    if (!policies.contains(name)) {
      SLUICE_TRY(policies[name], load_policy(path.parent_path() / name, policy_root));
    }
    list.push_back(read_policy_case(node, given, policies[name], errors));
  }
  errors.sort_by_place();
  // A mistake in what is given is met by every case.
  errors.list.erase(std::ranges::unique(errors.list).begin(), errors.list.end());
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return run_cases(policies[named], list);
}

}  // namespace sluice::gate
