#include "sarif/run_assembler.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/parallel.h"
#include "sarif/fingerprint.h"
#include "sarif/rule_descriptor.h"
#include "sarif/uri.h"

namespace sluice::sarif {
namespace {

Message plain_message(std::string_view text) { return {as_sentence(text), {}, {}, {}, {}}; }

auto order_of(const ResultInput& result) {
  const Region& region = result.place.region;
  return std::tie(result.place.path, region.start_line, region.start_column, region.end_line, region.end_column,
                  result.rule_id, result.message);
}

auto order_of(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.place, diagnostic.code, diagnostic.rule_id, diagnostic.message);
}

// Places, not the large things themselves, are moved about while they are sorted.
template <class T>
void sort_by_order(std::vector<T>& list) {
  const auto is_before = [](const T& a, const T& b) { return order_of(a) < order_of(b); };
  if (std::ranges::is_sorted(list, is_before)) return;
  std::vector<std::uint32_t> order(list.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return is_before(list[a], list[b]); });
  std::vector<T> sorted;
  sorted.reserve(list.size());
  for (std::uint32_t i : order) sorted.push_back(std::move(list[i]));
  list = std::move(sorted);
}

std::string_view matched_text(const ResultInput& input) {
  const std::optional<ArtifactContent>& snippet = input.place.region.snippet;
  return input.matched_text.empty() && snippet ? snippet->text : input.matched_text;
}

// GitHub refuses a result without the four numbers; a whole file is told by its first character.
Region region_of(Region known) {
  if (known.start_line > 0) return known;
  Region region;
  region.start_line = region.start_column = region.end_line = region.end_column = 1;
  return region;
}

bool is_larger(const Region& context, const Region& region) {
  if (context.start_line > region.start_line || context.end_line < region.end_line) return false;
  return context.start_line < region.start_line || context.end_line > region.end_line;
}

Region numbers_only(const Region& region) {
  Region out;
  out.start_line = region.start_line;
  out.start_column = region.start_column;
  out.end_line = region.end_line;
  out.end_column = region.end_column;
  return out;
}

std::optional<Level> level_of(DiagnosticLevel level) {
  if (level == DiagnosticLevel::Error) return Level::Error;
  return level == DiagnosticLevel::Warning ? Level::Warning : Level::Note;
}

LogicalLocation logical_location(const PlaceInput& place) {
  LogicalLocation location;
  const std::size_t dot = place.definition.find_last_of(".:");
  location.name = dot == std::string::npos ? place.definition : place.definition.substr(dot + 1);
  location.fully_qualified_name = place.definition;
  location.kind = place.definition_kind;
  return location;
}

std::string identity_of(const ResultInput& input) { return fingerprint_identity(input.rule_id, input.place.definition, matched_text(input)); }

// How many equal results stand before each, counted per file: a renamed file must not renumber the
// equal results of another one.
std::vector<std::uint32_t> occurrences_in(const std::vector<ResultInput>& inputs) {
  std::vector<std::uint32_t> occurrences;
  occurrences.reserve(inputs.size());
  std::string_view path;
  std::unordered_map<std::string, std::uint32_t> seen;  // only looked up: its order is not seen
  for (const ResultInput& input : inputs) {
    if (input.place.path != path) seen.clear();  // results come file after file
    path = input.place.path;
    occurrences.push_back(seen[identity_of(input)]++);
  }
  return occurrences;
}

ArtifactChange& change_of(Fix& fix, const ArtifactLocation& location) {
  for (ArtifactChange& change : fix.artifact_changes)
    if (change.artifact_location.uri == location.uri) return change;
  return fix.artifact_changes.emplace_back(ArtifactChange{location, {}, {}});
}

}  // namespace

RunAssembler::RunAssembler(RunBuilder facts) : facts_(std::move(facts)), taxonomies_(facts_.rules_) {}

void RunAssembler::expect_results_in(const ResultParts& parts) {
  result_paths_.insert(parts.paths.begin(), parts.paths.end());
  visited_paths_.insert(parts.visited_paths.begin(), parts.visited_paths.end());
}

Run RunAssembler::assemble(unsigned jobs) {
  sort_facts();
  number_rules();
  number_artifacts();
  number_notification_kinds();
  occurrences_ = occurrences_in(facts_.results_);
  // From here on every index is fixed.
  Run run;
  run.tool.driver = driver();
  fill_head(run);
  run.artifacts = artifacts();
  run.taxonomies = taxonomies_.components();
  run.invocations.push_back(invocation());
  run.results.emplace(facts_.results_.size());
  for_each_index(facts_.results_.size(), jobs, [&] {
    return [&](std::size_t i) {
      const std::string fingerprint = hash_identity(identity_of(facts_.results_[i]), occurrences_[i]);
      (*run.results)[i] = result(std::move(facts_.results_[i]), fingerprint);
    };
  });
  run.properties = facts_.properties_;
  return run;
}

void RunAssembler::sort_facts() {
  std::ranges::stable_sort(facts_.rules_, {}, &RuleInput::id);
  // The same rule may come from two rule files: the first one stands.
  const auto same_id = std::ranges::unique(facts_.rules_, {}, &RuleInput::id);
  facts_.rules_.erase(same_id.begin(), same_id.end());
  sort_by_order(facts_.results_);
  sort_by_order(facts_.execution_);
  sort_by_order(facts_.configuration_);
}

void RunAssembler::number_rules() {
  for (const RuleInput& rule : facts_.rules_)
    rule_index_.emplace(rule.id, static_cast<std::int32_t>(rule_index_.size()));
}

void RunAssembler::number_artifacts() {
  for (const ArtifactInput& artifact : facts_.artifacts_) artifact_facts_.emplace(artifact.path, artifact);
  const auto see_path = [&](const std::string& path) {
    if (!artifact_facts_.contains(path)) artifact_facts_.emplace(path, ArtifactInput{path, -1, {}, {}, {}});
  };
  const auto see = [&](const PlaceInput& place) { see_path(place.path); };
  for (const auto* paths : {&result_paths_, &visited_paths_})
    for (const std::string& path : *paths) see_path(path);
  for (const ResultInput& result : facts_.results_) {
    see(result.place);
    for (const PlaceInput& place : result.related) see(place);
    for (const FlowInput& flow : result.flows)
      for (const StepInput& step : flow.steps) see(step.place);
  }
  for (const auto& [path, artifact] : artifact_facts_)
    artifact_locations_.emplace(path, ArtifactLocation{uri_from_path(path), std::string(kSourceRoot), static_cast<std::int32_t>(artifact_locations_.size()), {}});
}

void RunAssembler::number_notification_kinds() {
  std::set<std::string> codes;
  for (const std::vector<Diagnostic>* list : {&facts_.execution_, &facts_.configuration_})
    for (const Diagnostic& diagnostic : *list) codes.insert(diagnostic.code);
  for (const std::string& code : codes) {
    const auto known = std::ranges::find(facts_.kinds_, code, &NotificationKindInput::code);
    kind_index_.emplace(code, static_cast<std::int32_t>(used_kinds_.size()));
    used_kinds_.push_back(known == facts_.kinds_.end() ? NotificationKindInput{code, {}, {}, {}} : *known);
  }
}

void RunAssembler::fill_head(Run& run) const {
  RunAutomationDetails& automation = run.automation_details.emplace();
  automation.id = facts_.automation_id_;
  if (!facts_.automation_description_.empty()) automation.description = plain_message(facts_.automation_description_);
  run.column_kind = ColumnKind::Utf16CodeUnits;
  run.newline_sequences = {"\r\n", "\n"};
  run.default_encoding = "utf-8";
  run.language = "en-US";
  // Without a `uri`: where the tree stood on the machine that scanned it is nobody's business.
  ArtifactLocation root;
  root.extra.set_json("description", R"({"text":"The root of the scanned tree."})");
  run.original_uri_base_ids.emplace(kSourceRoot, std::move(root));
  if (!facts_.version_control_) return;
  VersionControlDetails& details = run.version_control_provenance.emplace_back(*facts_.version_control_);
  if (!details.mapped_to) details.mapped_to = ArtifactLocation{{}, std::string(kSourceRoot), -1, {}};
}

ToolComponent RunAssembler::driver() const {
  const ToolInput& tool = facts_.tool_;
  ToolComponent driver;
  driver.name = tool.name;
  driver.full_name = tool.version.empty() ? tool.name : tool.name + " " + tool.version;
  driver.version = driver.semantic_version = tool.version;
  driver.organization = tool.organization;
  driver.information_uri = tool.information_uri;
  for (const RuleInput& rule : facts_.rules_) driver.rules.push_back(describe_rule(rule, taxonomies_));
  if (driver.rules.empty()) driver.extra.set_json("rules", "[]");  // GitHub wants the array
  for (const NotificationKindInput& kind : used_kinds_) driver.notifications.push_back(describe_notification(kind));
  driver.supported_taxonomies = taxonomies_.references();
  return driver;
}

std::vector<Artifact> RunAssembler::artifacts() const {
  std::set<std::string_view> with_result(result_paths_.begin(), result_paths_.end());
  for (const ResultInput& result : facts_.results_) with_result.insert(result.place.path);
  std::set<std::string_view> analyzed;
  for (const ArtifactInput& artifact : facts_.artifacts_) analyzed.insert(artifact.path);
  std::vector<Artifact> artifacts;
  for (const auto& [path, facts] : artifact_facts_) {
    Artifact& artifact = artifacts.emplace_back();
    artifact.location = ArtifactLocation{uri_from_path(path), std::string(kSourceRoot), -1, {}};
    artifact.length = facts.length;
    if (analyzed.contains(path)) artifact.roles.push_back("analysisTarget");
    if (with_result.contains(path)) artifact.roles.push_back("resultFile");
    artifact.mime_type = facts.mime_type;
    artifact.source_language = facts.language;
    if (!facts.sha256.empty()) artifact.hashes.emplace("sha-256", facts.sha256);
  }
  return artifacts;
}

Invocation RunAssembler::invocation() const {
  const InvocationInput& facts = facts_.invocation_;
  const auto is_error = [](const Diagnostic& diagnostic) { return diagnostic.level == DiagnosticLevel::Error; };
  const bool failed =
      std::ranges::any_of(facts_.execution_, is_error) || std::ranges::any_of(facts_.configuration_, is_error);
  Invocation invocation;
  invocation.command_line = facts.command_line;
  invocation.start_time_utc = facts.start_time_utc;
  invocation.end_time_utc = facts.end_time_utc;
  invocation.exit_code = facts.exit_code;
  invocation.execution_successful = facts.successful && !failed;
  invocation.tool_execution_notifications = notifications(facts_.execution_);
  invocation.tool_configuration_notifications = notifications(facts_.configuration_);
  invocation.properties = facts.properties;
  return invocation;
}

std::vector<Notification> RunAssembler::notifications(const std::vector<Diagnostic>& diagnostics) const {
  std::vector<Notification> notifications;
  for (const Diagnostic& diagnostic : diagnostics) {
    Notification& notification = notifications.emplace_back();
    notification.descriptor =
        ReportingDescriptorReference{diagnostic.code, {}, kind_index_.at(diagnostic.code), {}, {}};
    const auto rule = rule_index_.find(diagnostic.rule_id);
    if (!diagnostic.rule_id.empty())
      notification.associated_rule =
          ReportingDescriptorReference{diagnostic.rule_id, {}, rule == rule_index_.end() ? -1 : rule->second, {}, {}};
    notification.level = level_of(diagnostic.level);
    notification.message = plain_message(diagnostic.message);
    if (diagnostic.place.file.empty()) continue;
    PhysicalLocation& physical = notification.locations.emplace_back().physical_location.emplace();
    physical.artifact_location = artifact_location(diagnostic.place.file);
    // No column: a Place counts bytes, a log UTF-16 units.
    if (diagnostic.place.line > 0)
      physical.region.emplace().start_line = static_cast<std::int32_t>(diagnostic.place.line);
  }
  return notifications;
}

ArtifactLocation RunAssembler::artifact_location(std::string_view path) const {
  const auto known = artifact_locations_.find(path);
  return known == artifact_locations_.end() ? ArtifactLocation{uri_from_path(path), std::string(kSourceRoot), -1, {}} : known->second;
}

Location RunAssembler::location(PlaceInput place, bool with_context) const {
  Location location;
  PhysicalLocation& physical = location.physical_location.emplace();
  physical.artifact_location = artifact_location(place.path);
  physical.region = region_of(std::move(place.region));
  if (with_context && place.context && is_larger(*place.context, *physical.region))
    physical.context_region = std::move(place.context);
  if (!place.definition.empty()) location.logical_locations.push_back(logical_location(place));
  if (!place.message.empty()) location.message = plain_message(place.message);
  return location;
}

std::vector<CodeFlow> RunAssembler::code_flows(std::vector<FlowInput> flows) const {
  std::vector<CodeFlow> out;
  for (FlowInput& flow : flows) {
    CodeFlow& code_flow = out.emplace_back();
    if (!flow.message.empty()) code_flow.message = plain_message(flow.message);
    ThreadFlow& thread = code_flow.thread_flows.emplace_back();
    for (StepInput& step : flow.steps) {
      ThreadFlowLocation& at = thread.locations.emplace_back();
      at.location = location(std::move(step.place), false);
      at.kinds = step.kinds;
      at.nesting_level = step.nesting_level;
      at.execution_order = static_cast<std::int32_t>(thread.locations.size());
      at.importance = step.importance;
    }
  }
  return out;
}

std::vector<Fix> RunAssembler::fixes(const std::vector<FixInput>& inputs) const {
  std::vector<Fix> out;
  for (const FixInput& input : inputs) {
    Fix& fix = out.emplace_back();
    // Some importers crash on a fix without a description.
    fix.description = plain_message(input.description.empty() ? "Replace the code" : input.description);
    for (const EditInput& edit : input.edits) {
      ArtifactChange& change = change_of(fix, artifact_location(edit.path));
      change.replacements.push_back({numbers_only(edit.deleted), ArtifactContent{edit.inserted, {}, {}}, {}});
    }
  }
  return out;
}

Members RunAssembler::fingerprints(const ResultInput& input, const std::string& own) const {
  Members out;
  if (!input.line_hash.empty()) out.set_text(kLineHash, input.line_hash);
  out.set_text(kSluiceFingerprint, own);
  for (const Member& member : input.partial_fingerprints.list()) out.set_json(member.name, member.json);
  out.sort_by_name();
  return out;
}

std::vector<Result> RunAssembler::results_of_file(std::vector<ResultInput> inputs) const {
  sort_by_order(inputs);
  std::unordered_map<std::string, std::uint32_t> seen;  // only looked up: its order is not seen
  std::vector<Result> results;
  results.reserve(inputs.size());
  for (ResultInput& input : inputs) {
    auto known = seen.try_emplace(identity_of(input), 0).first;
    results.push_back(result(std::move(input), hash_identity(known->first, known->second++)));
  }
  return results;
}

Result RunAssembler::result(ResultInput input, const std::string& fingerprint) const {
  const auto rule = rule_index_.find(input.rule_id);
  SLUICE_ASSERT(rule != rule_index_.end(), "a result's rule was added before");
  Result result;
  result.rule_id = input.rule_id;
  result.rule_index = rule->second;
  result.kind = input.kind;
  if (input.kind == Kind::Fail)
    result.level = input.level.value_or(facts_.rules_[static_cast<std::size_t>(rule->second)].level);
  result.rank = input.rank;
  result.message = plain_message(input.message);
  result.message.markdown = std::move(input.message_markdown);
  result.partial_fingerprints = fingerprints(input, fingerprint);
  result.locations.push_back(location(std::move(input.place), true));
  for (PlaceInput& place : input.related) {
    result.related_locations.push_back(location(std::move(place), false));
    result.related_locations.back().id = static_cast<std::int64_t>(result.related_locations.size());
  }
  result.code_flows = code_flows(std::move(input.flows));
  result.fixes = fixes(input.fixes);
  result.suppressions = std::move(input.suppressions);  // on every result, if only as []: all or none (3.27.23)
  result.properties = std::move(input.properties);
  return result;
}

}  // namespace sluice::sarif
