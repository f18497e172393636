#include "gate/policy_stages.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice::gate {
namespace {

const std::initializer_list<std::pair<std::string_view, Effect>> kEffects = {
    {"hold", Effect::Hold}, {"condition", Effect::Condition}, {"report", Effect::Report}};
const std::initializer_list<std::pair<std::string_view, Effect>> kEffectsAndDeadline = {
    {"hold", Effect::Hold}, {"condition", Effect::Condition}, {"report", Effect::Report}, {"deadline", Effect::Hold}};

// Whether a list takes the place of what was inherited or is added to it.
enum class Lists { Replace, Add };

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
    {"statement-unmatched", &VulnerabilityClauses::statement_unmatched, Effect::Report},
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
  VulnerabilityClauses::Ceiling ceiling;
  if (fields.required("score")) ceiling.from = read_policy_score(fields, "score").value_or(Score{});
  read_clause(section, "then", Effect::Hold, ceiling.clause);
  fields.finish();
  clauses.open_at_or_above = std::move(ceiling);
}

// `then` of a clause over weaknesses; one that was inherited may leave it as it is.
void read_then(yaml::Fields& fields, WeaknessClause& clause, bool is_inherited) {
  const yaml::Node* then = is_inherited ? fields.find("then") : fields.required("then");
  if (!then) return;
  clause.on_the_clock = then->is_scalar() && then->scalar() == "deadline";
  clause.clause.effect = fields.word_of(*then, kEffectsAndDeadline).value_or(Effect::Hold);
}

// The `when` of a clause that is not inherited.
const yaml::Node* find_when(yaml::Fields& fields, bool is_inherited) {
  if (!is_inherited) return fields.required("when");
  if (const yaml::Node* when = fields.find("when"))
    fields.complain(*when, "policy-when", "the `when` of an inherited clause cannot be changed; add a clause with an id of its own");
  return nullptr;
}

void read_item(yaml::Fields& fields, const std::string& path, bool is_inherited, FindingClause& finding) {
  finding.clause = {fmt::format("{}.{}", path, finding.id), fields.node().place(), finding.clause.effect, false};
  if (const yaml::Node* when = find_when(fields, is_inherited)) {
    yaml::Fields filter(*when, fields.errors());
    finding.when = checklists::read_result_filter(filter);
    finding.terms = read_terms(filter);
    filter.finish();
  }
  read_then(fields, finding, is_inherited);
}

void read_item(yaml::Fields& fields, const std::string& path, bool is_inherited, VulnerabilityClause& one) {
  one.clause = {fmt::format("{}.{}", path, one.id), fields.node().place(), one.clause.effect, false};
  if (const yaml::Node* when = find_when(fields, is_inherited)) {
    yaml::Fields filter(*when, fields.errors());
    one.ids = filter.texts("ids");
    one.components = filter.texts("components");
    one.terms = read_terms(filter);
    filter.finish();
  }
  read_then(fields, one, is_inherited);
}

void read_days(yaml::Fields& fields, std::string_view key, std::optional<int>& out) {
  if (auto days = fields.whole(key, 0, kMostPolicyDays)) out = static_cast<int>(*days);
}

void read_item(yaml::Fields& fields, const std::string& path, bool, ScanClause& scan) {
  Section section{fields, fmt::format("{}.{}", path, scan.id)};
  scan.place = fields.node().place();
  const yaml::Node* tools = scan.tools.empty() ? fields.required("tools") : fields.find("tools");
  if (tools) scan.tools = fields.texts("tools");
  read_days(fields, "max-age-days", scan.max_age_days);
  if (auto percent = fields.whole("min-coverage-percent", 0, 100)) scan.min_coverage_percent = static_cast<int>(*percent);
  scan.same_commit = fields.flag("same-commit").value_or(scan.same_commit);
  if (fields.find("cwes")) scan.cwes = checklists::read_cwes(fields);
  read_clause(section, "then", Effect::Hold, scan.clause);
}

void read_item(yaml::Fields& fields, const std::string& path, bool, AssessmentClause& assessment) {
  Section section{fields, fmt::format("{}.{}", path, assessment.id)};
  assessment.place = fields.node().place();
  if (fields.find("tools")) assessment.tools = fields.texts("tools");
  read_days(fields, "max-age-days", assessment.max_age_days);
  read_days(fields, "max-feed-age-days", assessment.max_feed_age_days);
  read_clause(section, "then", Effect::Hold, assessment.clause);
  read_clause(section, "same-version", Effect::Hold, assessment.same_version);
  read_clause(section, "same-environment", Effect::Hold, assessment.same_environment);
  read_clause(section, "after-deployment", Effect::Hold, assessment.after_deployment);
  read_optional_clause(section, "known-complete", assessment.known_complete);
  read_optional_clause(section, "credentialed", assessment.credentialed);
}

void read_item(yaml::Fields& fields, const std::string& path, bool, ChecklistClause& checklist) {
  Section section{fields, fmt::format("{}.{}", path, checklist.id)};
  read_clause(section, "missing", Effect::Hold, checklist.missing);
  read_clause(section, "fail", Effect::Hold, checklist.fail);
  read_clause(section, "open", Effect::Hold, checklist.open);
  read_clause(section, "review", Effect::Hold, checklist.review);
}

// Where an item of an extending policy goes among those that it inherits. The first clause
// that means a weakness decides: one that holds may stand before all others, any other one
// must not take a weakness away from them.
template <class T>
std::size_t place_for(const T& item, const std::vector<T>& items, std::size_t own_holds, Lists lists) {
  if constexpr (std::is_base_of_v<WeaknessClause, T>)
    if (lists == Lists::Add && item.clause.effect == Effect::Hold && !item.on_the_clock) return own_holds;
  return items.size();
}

// A list of clauses with ids, each id once.
template <class T>
void read_list(yaml::Fields& parent, std::string_view key, const std::string& path, Lists lists, std::vector<T>& out) {
  const yaml::Node* node = parent.find(key);
  if (!node) return;
  if (lists == Lists::Replace) out.clear();
  if (!node->is_sequence()) parent.complain(*node, "yaml-type", fmt::format("`{}` must be a list", key));
  std::vector<std::string> ids;
  std::size_t own_holds = 0;
  for (const yaml::Node& item : node->items()) {
    yaml::Fields fields(item, parent.errors());
    std::string id = fields.text("id");
    if (!id.empty() && std::ranges::find(ids, id) != ids.end())
      parent.complain(item, "policy-duplicate", fmt::format("`{}` is there twice in `{}`", id, key));
    ids.push_back(id);
    auto inherited = lists == Lists::Add ? std::ranges::find(out, id, &T::id) : out.end();
    bool is_inherited = inherited != out.end();
    T one;
    if (is_inherited) one = *inherited;
    one.id = id;
    read_item(fields, fmt::format("{}.{}", path, key), is_inherited, one);
    fields.finish();
    if (is_inherited) {
      *inherited = std::move(one);
      continue;
    }
    std::size_t at = place_for(one, out, own_holds, lists);
    own_holds += at == own_holds && at != out.size();
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(at), std::move(one));
  }
}

// Deadlines hold at every stage, also where the file is silent.
void read_vulnerabilities(yaml::Fields& stage_fields, Lists lists, StagePolicy& stage) {
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
  read_list(fields, "clauses", path, lists, stage.vulnerability_clauses);
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

// What a stage is read on top of: the stage of that name that is inherited, else the one that
// `extends` names. Stages build on earlier ones only, so there is no circle.
StagePolicy read_base(yaml::Fields& fields, const std::string& name, const Policy& policy) {
  const yaml::Node* extends = fields.find("extends");
  bool has_base_policy = !policy.bases.empty();
  const StagePolicy* inherited = has_base_policy ? policy.find_stage(name) : nullptr;
  if (inherited) {
    if (extends) fields.complain(*extends, "policy-extends", fmt::format("`{}` is inherited already; it cannot extend another stage", name));
    return *inherited;
  }
  if (!extends && has_base_policy)
    fields.complain(fields.node(), "policy-extends",
                    fmt::format("`{}` is no stage of {}; it must extend one, so that it is as strict", name, policy.bases[0].file));
  const StagePolicy* base = extends ? policy.find_stage(extends->scalar()) : nullptr;
  if (extends && !base) fields.complain(*extends, "policy-extends", fmt::format("there is no stage `{}` above this one", extends->scalar()));
  if (base) {
    StagePolicy stage = *base;
    stage.extends = extends->scalar();
    return stage;
  }
  StagePolicy stage;
  stage.mode = policy.mode;
  stage.signoff = policy.signoff;
  return stage;
}

StagePolicy read_stage(const yaml::Pair& pair, const Policy& policy, Errors& errors) {
  Lists lists = policy.bases.empty() ? Lists::Replace : Lists::Add;
  yaml::Fields fields(pair.value, errors);
  StagePolicy stage = read_base(fields, pair.key.scalar(), policy);
  stage.name = pair.key.scalar();
  stage.place = pair.key.place();
  std::string path = "stages." + stage.name;
  Section section{fields, path};
  read_mode(fields, stage.mode);
  if (auto since = read_new_since(fields, "new-since")) stage.new_since = *std::move(since);
  read_clause(section, "incomplete-scan", Effect::Hold, stage.incomplete_scan);
  read_vulnerabilities(fields, lists, stage);
  read_waiver_clauses(fields, stage);
  read_list(fields, "findings", path, lists, stage.findings);
  read_list(fields, "scans", path, lists, stage.scans);
  read_list(fields, "assessments", path, lists, stage.assessments);
  read_list(fields, "checklists", path, lists, stage.checklists);
  if (const yaml::Node* signoff = fields.find("signoff"))
    stage.signoff = read_signoff_rules(*signoff, stage.signoff.value_or(SignoffRules{}), errors);
  fields.finish();
  return stage;
}

}  // namespace

void read_mode(yaml::Fields& fields, ModeSetting& mode) {
  const yaml::Node* node = fields.find("mode");
  if (!node) return;
  mode.place = node->place();
  mode.mode = fields.word_of<Mode>(*node, {{"report-only", Mode::ReportOnly}, {"ratchet", Mode::Ratchet}, {"block", Mode::Block}})
                  .value_or(Mode::Block);
}

std::optional<Score> read_policy_score(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = fields.find(key);
  if (!node) return std::nullopt;
  std::optional<Score> score = node->is_scalar() ? parse_score(node->scalar()) : std::nullopt;
  if (!score) fields.complain(*node, "policy-score", fmt::format("`{}` must be a score from 0.0 to 10.0", key));
  return score;
}

void read_stages(const yaml::Node& node, Policy& policy, Errors& errors) {
  if (!node.is_map() || node.pairs().empty())
    errors.add(node.place(), "policy-stages", "expected a mapping of stages, such as `pre-sandbox` and `release`");
  for (const yaml::Pair& pair : node.pairs()) {
    StagePolicy stage = read_stage(pair, policy, errors);
    auto known = std::ranges::find(policy.stages, stage.name, &StagePolicy::name);
    if (known != policy.stages.end()) *known = std::move(stage);
    else policy.stages.push_back(std::move(stage));
  }
}

}  // namespace sluice::gate
