#include "gate/policy.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "base/yaml_fields.h"

namespace sluice::gate {
namespace {

constexpr std::int64_t kMostDays = 36500;
const std::initializer_list<std::pair<std::string_view, Effect>> kEffects = {
    {"hold", Effect::Hold}, {"condition", Effect::Condition}, {"report", Effect::Report}};

// Where clauses get their names from: the path to the map they stand in.
struct Section {
  yaml::Fields& fields;
  std::string path;
  std::string below(std::string_view key) const { return fmt::format("{}.{}", path, key); }
};

// What holds where the file is silent and nothing was inherited.
void set_default(Clause& clause, std::string name, const Place& place, Effect usual) {
  if (clause.name.empty()) clause = {std::move(name), place, usual, true};
}

// `key: hold`.
void read_clause(Section& section, std::string_view key, Effect usual, Clause& clause) {
  set_default(clause, section.below(key), section.fields.node().place(), usual);
  const yaml::Node* node = section.fields.find(key);
  if (!node) return;
  clause = {section.below(key), node->place(), section.fields.word_of(*node, kEffects).value_or(usual), false};
}

// The same of a clause that is not asked for unless the file says so.
void read_optional_clause(Section& section, std::string_view key, std::optional<Clause>& clause) {
  if (!section.fields.find(key)) return;
  clause.emplace();
  read_clause(section, key, Effect::Hold, *clause);
}

std::optional<Score> read_score(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = fields.required(key);
  if (!node) return std::nullopt;
  std::optional<Score> score = node->is_scalar() ? parse_score(node->scalar()) : std::nullopt;
  if (!score) fields.complain(*node, "policy-score", fmt::format("`{}` must be a score from 0.0 to 10.0", key));
  return score;
}

BandDeadline read_days(yaml::Fields& fields) {
  BandDeadline deadline{{}, fields.node().place()};
  const yaml::Node* node = fields.required("days");
  if (!node) return deadline;
  deadline.place = node->place();
  if (node->is_scalar() && node->scalar() == "best-effort") return deadline;
  auto days = node->as_int();
  if (days && *days >= 0 && *days <= kMostDays) deadline.days = static_cast<int>(*days);
  else fields.complain(*node, "policy-days", "`days` must be a number of days or `best-effort`");
  return deadline;
}

void read_band(yaml::Fields& deadlines, std::string_view key, Deadlines& out, Band band) {
  const yaml::Node* node = deadlines.required(key);
  if (!node) return;
  yaml::Fields fields(*node, deadlines.errors());
  // Low begins at 0.0: whatever is in no other band.
  if (band == Band::High) out.thresholds.high = read_score(fields, "from").value_or(out.thresholds.high);
  if (band == Band::Medium) out.thresholds.medium = read_score(fields, "from").value_or(out.thresholds.medium);
  out.bands[static_cast<std::size_t>(band)] = read_days(fields);
  fields.finish();
}

Deadlines read_deadlines(const yaml::Node& node, Errors& errors) {
  Deadlines deadlines;
  yaml::Fields fields(node, errors);
  read_band(fields, "high", deadlines, Band::High);
  read_band(fields, "medium", deadlines, Band::Medium);
  read_band(fields, "low", deadlines, Band::Low);
  if (auto days = fields.whole("due-soon-days", 0, kMostDays)) deadlines.due_soon_days = static_cast<int>(*days);
  deadlines.terms = read_deadline_terms(fields);
  fields.finish();
  if (deadlines.thresholds.medium >= deadlines.thresholds.high)
    errors.add(node.place(), "policy-bands",
               fmt::format("medium begins at {}, high at {}: high must begin above medium", to_string(deadlines.thresholds.medium),
                           to_string(deadlines.thresholds.high)));
  return deadlines;
}

struct VulnerabilityKey {
  std::string_view key;
  Clause VulnerabilityClauses::*clause;
  Effect usual;
};
constexpr VulnerabilityKey kVulnerabilityKeys[] = {
    {"overdue", &VulnerabilityClauses::overdue, Effect::Hold},
    {"overdue-at-ship-date", &VulnerabilityClauses::overdue_at_ship_date, Effect::Report},
    {"unrated", &VulnerabilityClauses::unrated, Effect::Hold},
    {"needs-review", &VulnerabilityClauses::needs_review, Effect::Hold},
    {"suppressed-in-report", &VulnerabilityClauses::suppressed_in_report, Effect::Hold},
    {"first-seen-unrecorded", &VulnerabilityClauses::first_seen_unrecorded, Effect::Report},
    {"fixed-in-candidate", &VulnerabilityClauses::fixed_in_candidate, Effect::Report},
    {"statement-untrusted", &VulnerabilityClauses::statement_untrusted, Effect::Report},
    {"re-rating-void", &VulnerabilityClauses::re_rating_void, Effect::Report},
};

struct WaiverKey {
  std::string_view key;
  Clause WaiverClauses::*clause;
  Effect usual;
};
constexpr WaiverKey kWaiverKeys[] = {
    {"over-broad", &WaiverClauses::over_broad, Effect::Hold}, {"not-allowed", &WaiverClauses::not_allowed, Effect::Hold},
    {"unsigned", &WaiverClauses::unsigned_, Effect::Hold},    {"expired", &WaiverClauses::expired, Effect::Report},
    {"void", &WaiverClauses::void_, Effect::Report},          {"unused", &WaiverClauses::unused, Effect::Report},
};

void read_ceiling(const yaml::Node& node, const std::string& path, Errors& errors, VulnerabilityClauses& clauses) {
  yaml::Fields fields(node, errors);
  Section section{fields, path};
  VulnerabilityClauses::Ceiling ceiling{read_score(fields, "score").value_or(Score{}), {}};
  read_clause(section, "then", Effect::Hold, ceiling.clause);
  fields.finish();
  clauses.open_at_or_above = std::move(ceiling);
}

// Deadlines hold at every stage, also where the file is silent.
void read_vulnerabilities(yaml::Fields& stage_fields, StagePolicy& stage) {
  std::string path = fmt::format("stages.{}.vulnerabilities", stage.name);
  const yaml::Node* node = stage_fields.find("vulnerabilities");
  for (const VulnerabilityKey& known : kVulnerabilityKeys)
    set_default(stage.vulnerabilities.*known.clause, fmt::format("{}.{}", path, known.key), node ? node->place() : stage.place,
                known.usual);
  if (!node) return;
  yaml::Fields fields(*node, stage_fields.errors());
  Section section{fields, path};
  for (const VulnerabilityKey& known : kVulnerabilityKeys)
    read_clause(section, known.key, known.usual, stage.vulnerabilities.*known.clause);
  if (const yaml::Node* ceiling = fields.find("open-at-or-above"))
    read_ceiling(*ceiling, section.below("open-at-or-above"), fields.errors(), stage.vulnerabilities);
  fields.finish();
}

void read_waiver_clauses(yaml::Fields& stage_fields, StagePolicy& stage) {
  std::string path = fmt::format("stages.{}.waivers", stage.name);
  const yaml::Node* node = stage_fields.find("waivers");
  for (const WaiverKey& known : kWaiverKeys)
    set_default(stage.waivers.*known.clause, fmt::format("{}.{}", path, known.key), node ? node->place() : stage.place, known.usual);
  if (!node) return;
  yaml::Fields fields(*node, stage_fields.errors());
  Section section{fields, path};
  for (const WaiverKey& known : kWaiverKeys) read_clause(section, known.key, known.usual, stage.waivers.*known.clause);
  fields.finish();
}

FindingClause read_finding(yaml::Fields& fields, const std::string& path) {
  FindingClause finding;
  finding.id = fields.text("id");
  finding.clause = {fmt::format("{}.{}", path, finding.id), fields.node().place(), Effect::Hold, false};
  if (const yaml::Node* when = fields.required("when")) {
    yaml::Fields filter(*when, fields.errors());
    finding.when = checklists::read_result_filter(filter);
    filter.finish();
  }
  const yaml::Node* then = fields.required("then");
  if (then && then->is_scalar() && then->scalar() == "deadline") finding.on_the_clock = true;
  else if (then)
    finding.clause.effect = fields
                                .word_of<Effect>(*then, {{"hold", Effect::Hold},
                                                         {"condition", Effect::Condition},
                                                         {"report", Effect::Report},
                                                         {"deadline", Effect::Hold}})
                                .value_or(Effect::Hold);
  return finding;
}

std::optional<int> read_days_of_age(yaml::Fields& fields) {
  auto days = fields.whole("max-age-days", 0, kMostDays);
  return days ? std::optional(static_cast<int>(*days)) : std::nullopt;
}

ScanClause read_scan(yaml::Fields& fields, const std::string& path) {
  ScanClause scan;
  scan.id = fields.text("id");
  Section section{fields, fmt::format("{}.{}", path, scan.id)};
  fields.required("tools");
  scan.tools = fields.texts("tools");
  scan.max_age_days = read_days_of_age(fields);
  if (auto percent = fields.whole("min-coverage-percent", 0, 100)) scan.min_coverage_percent = static_cast<int>(*percent);
  scan.same_commit = fields.flag("same-commit").value_or(false);
  read_clause(section, "then", Effect::Hold, scan.clause);
  return scan;
}

AssessmentClause read_assessment(yaml::Fields& fields, const std::string& path) {
  AssessmentClause assessment;
  assessment.id = fields.text("id");
  Section section{fields, fmt::format("{}.{}", path, assessment.id)};
  assessment.tools = fields.texts("tools");
  assessment.max_age_days = read_days_of_age(fields);
  read_clause(section, "then", Effect::Hold, assessment.clause);
  read_clause(section, "same-version", Effect::Hold, assessment.same_version);
  read_clause(section, "same-environment", Effect::Hold, assessment.same_environment);
  read_clause(section, "after-deployment", Effect::Hold, assessment.after_deployment);
  read_optional_clause(section, "known-complete", assessment.known_complete);
  read_optional_clause(section, "credentialed", assessment.credentialed);
  return assessment;
}

ChecklistClause read_checklist(yaml::Fields& fields, const std::string& path) {
  ChecklistClause checklist;
  checklist.id = fields.text("id");
  Section section{fields, fmt::format("{}.{}", path, checklist.id)};
  read_clause(section, "missing", Effect::Hold, checklist.missing);
  read_clause(section, "fail", Effect::Hold, checklist.fail);
  read_clause(section, "open", Effect::Hold, checklist.open);
  read_clause(section, "review", Effect::Hold, checklist.review);
  return checklist;
}

// A list of clauses with ids, each id once. A list that is there replaces the inherited one.
template <class T>
void read_list(yaml::Fields& stage, std::string_view key, const std::string& path, T (*read)(yaml::Fields&, const std::string&),
               std::vector<T>& out) {
  const yaml::Node* node = stage.find(key);
  if (!node) return;
  out.clear();
  if (!node->is_sequence()) stage.complain(*node, "yaml-type", fmt::format("`{}` must be a list", key));
  for (const yaml::Node& item : node->items()) {
    yaml::Fields fields(item, stage.errors());
    T clause = read(fields, fmt::format("{}.{}", path, key));
    fields.finish();
    if (!clause.id.empty() && std::ranges::find(out, clause.id, &T::id) != out.end())
      stage.complain(item, "policy-duplicate", fmt::format("`{}` is there twice in `{}`", clause.id, key));
    out.push_back(std::move(clause));
  }
}

// The stage that `extends` names; stages build on earlier ones only, so there is no circle.
StagePolicy read_base(yaml::Fields& fields, const std::vector<StagePolicy>& earlier) {
  const yaml::Node* extends = fields.find("extends");
  if (!extends) return {};
  auto found = std::ranges::find(earlier, extends->scalar(), &StagePolicy::name);
  if (found != earlier.end()) return *found;
  fields.complain(*extends, "policy-extends", fmt::format("there is no stage `{}` above this one", extends->scalar()));
  return {};
}

StagePolicy read_stage(const yaml::Pair& pair, const std::vector<StagePolicy>& earlier, Errors& errors) {
  yaml::Fields fields(pair.value, errors);
  StagePolicy stage = read_base(fields, earlier);
  stage.name = pair.key.scalar();
  stage.place = pair.key.place();
  std::string path = "stages." + stage.name;
  Section section{fields, path};
  read_clause(section, "incomplete-scan", Effect::Hold, stage.incomplete_scan);
  read_vulnerabilities(fields, stage);
  read_waiver_clauses(fields, stage);
  read_list(fields, "findings", path, read_finding, stage.findings);
  read_list(fields, "scans", path, read_scan, stage.scans);
  read_list(fields, "assessments", path, read_assessment, stage.assessments);
  read_list(fields, "checklists", path, read_checklist, stage.checklists);
  fields.finish();
  return stage;
}

}  // namespace

std::string_view to_string(Effect effect) {
  switch (effect) {
    case Effect::Report: return "report";
    case Effect::Condition: return "condition";
    case Effect::Hold: return "hold";
  }
  return "";
}

const StagePolicy* Policy::find_stage(std::string_view name) const {
  auto found = std::ranges::find(stages, name, &StagePolicy::name);
  return found == stages.end() ? nullptr : &*found;
}

Result<Policy> parse_policy(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Errors errors;
  Policy policy;
  yaml::Fields fields(document.root(), errors);
  policy.id = fields.text("policy");
  policy.version = fields.text("version");
  policy.title = fields.optional_text("title").value_or("");
  if (const yaml::Node* node = fields.required("deadlines")) policy.deadlines = read_deadlines(*node, errors);
  if (const yaml::Node* node = fields.find("risk")) policy.risk = read_risk_policy(*node, errors);
  if (const yaml::Node* node = fields.find("vex")) policy.vex = read_vex_authors(*node, errors);
  if (const yaml::Node* node = fields.required("stages")) {
    if (!node->is_map() || node->pairs().empty())
      fields.complain(*node, "policy-stages", "expected a mapping of stages, such as `pre-sandbox` and `release`");
    for (const yaml::Pair& pair : node->pairs()) policy.stages.push_back(read_stage(pair, policy.stages, errors));
  }
  fields.finish();
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  policy.file = std::move(file);
  policy.sha256 = sha256_hex(text);
  return policy;
}

Result<Policy> load_policy(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return parse_policy(path.string(), text);
}

}  // namespace sluice::gate
