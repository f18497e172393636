// An evaluation as SARIF: items are rules, the frameworks of their controls taxonomies.
#include <algorithm>
#include <map>

#include "base/digest.h"
#include "base/version.h"
#include "checklists/evaluation.h"
#include "sarif/uri.h"

namespace sluice::checklists {
namespace {

sarif::Text text(std::string_view content) {
  sarif::Text value;
  value.text = content;
  return value;
}

// kebab-case to UpperCamel: SARIF rule names are identifiers.
std::string camel(std::string_view id) {
  std::string name;
  bool upper = true;
  for (char c : id) {
    if (c != '-') name += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == '-';
  }
  return name;
}

std::string sentence(std::string_view words) {
  std::string value(words);
  bool is_closed = !value.empty() && std::string_view(".!?").find(value.back()) != std::string_view::npos;
  return is_closed ? value : value + ".";
}

// Framework to its controls, both sorted: the taxonomies of the run.
using Frameworks = std::map<std::string, std::vector<std::string>>;

Frameworks frameworks_of(const Checklist& checklist) {
  Frameworks frameworks;
  for (const Item& item : checklist.items)
    for (const Control& control : item.controls) frameworks[control.framework].push_back(control.id);
  for (auto& [name, ids] : frameworks) {
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
  }
  return frameworks;
}

sarif::ToolComponentReference reference(const Frameworks& frameworks, const std::string& name) {
  sarif::ToolComponentReference component;
  component.name = name;
  component.guid = stable_guid("taxonomy/" + name);
  component.index = static_cast<std::int32_t>(std::distance(frameworks.begin(), frameworks.find(name)));
  return component;
}

sarif::ToolComponent taxonomy(const std::string& name, const std::vector<std::string>& ids) {
  sarif::ToolComponent component;
  component.name = name;
  component.guid = stable_guid("taxonomy/" + name);
  component.short_description = text("Controls of " + name + ".");
  for (const std::string& id : ids) {
    sarif::ReportingDescriptor taxon;
    taxon.id = id;
    component.taxa.push_back(std::move(taxon));
  }
  return component;
}

sarif::ReportingDescriptor rule(const Item& item, const Frameworks& frameworks) {
  sarif::ReportingDescriptor descriptor;
  descriptor.id = item.id;
  descriptor.name = camel(item.id);
  descriptor.short_description = text(sentence(item.title));
  descriptor.full_description = text(sentence(item.why));
  descriptor.help = text(sentence(item.is_manual() ? item.manual.ask : "Evidence: " + item.evidence));
  descriptor.default_configuration = sarif::ReportingConfiguration{};
  descriptor.default_configuration->level = sarif::Level::Error;
  for (const Control& control : item.controls) {
    sarif::Relationship relationship;
    relationship.target.id = control.id;
    const std::vector<std::string>& ids = frameworks.at(control.framework);
    relationship.target.index = static_cast<std::int32_t>(std::ranges::find(ids, control.id) - ids.begin());
    relationship.target.tool_component = reference(frameworks, control.framework);
    relationship.kinds = {"relevant"};
    descriptor.relationships.push_back(std::move(relationship));
  }
  descriptor.properties.set_text("evaluation", item.is_manual() ? "manual" : item.check_text);
  return descriptor;
}

sarif::Location location(const Spot& spot) {
  sarif::Location value;
  value.physical_location = sarif::PhysicalLocation{};
  value.physical_location->artifact_location = sarif::ArtifactLocation{};
  value.physical_location->artifact_location->uri = sarif::uri_from_path(spot.file);
  value.physical_location->artifact_location->uri_base_id = sarif::kSourceRoot;
  if (spot.line > 0) {
    value.physical_location->region = sarif::Region{};
    value.physical_location->region->start_line = static_cast<std::int32_t>(spot.line);
  }
  return value;
}

constexpr std::size_t kMaxLocations = 100;  // more than anyone reads; GitHub shows no more

sarif::Result result(const ItemResult& item, std::size_t index) {
  sarif::Result value;
  value.rule_id = item.item.id;
  value.rule_index = static_cast<std::int32_t>(index);
  value.kind = item.judgement.kind;
  value.level = item.judgement.kind == sarif::Kind::Fail ? sarif::Level::Error : sarif::Level::None;
  value.message.text = sentence(item.item.title + ": " + item.judgement.message);
  std::vector<Spot> spots = item.judgement.spots;
  std::ranges::sort(spots);
  for (const Spot& spot : spots)
    if (!spot.file.empty() && value.locations.size() < kMaxLocations) value.locations.push_back(location(spot));
  value.partial_fingerprints.set_text("sluiceChecklist/v1", sha256_hex("checklist item\n" + item.item.id).substr(0, 32));
  std::vector<std::string> looked;
  for (const Looked& file : item.judgement.looked) looked.push_back(file.file + " sha256:" + file.sha256);
  if (!looked.empty()) value.properties.set_texts("evidence", looked);
  if (!item.answer) return value;
  value.properties.set_text("answeredBy", item.answer->by);
  value.properties.set_text("role", item.answer->role);
  value.properties.set_text("answered", day_text(item.answer->date));
  value.properties.set_text("expires", day_text(item.answer->expires));
  return value;
}

}  // namespace

sarif::Log to_log(const Evaluation& evaluation) {
  const Checklist& checklist = evaluation.checklist;
  Frameworks frameworks = frameworks_of(checklist);
  sarif::Run run;
  run.tool.driver.name = "Sluice checklist";
  run.tool.driver.full_name = "Sluice checklist: " + checklist.title;
  run.tool.driver.version = run.tool.driver.semantic_version = std::string(kVersion);
  run.tool.driver.information_uri = kToolUri;
  for (const Item& item : checklist.items) run.tool.driver.rules.push_back(rule(item, frameworks));
  for (const auto& [name, ids] : frameworks) {
    run.taxonomies.push_back(taxonomy(name, ids));
    run.tool.driver.supported_taxonomies.push_back(reference(frameworks, name));
  }
  run.automation_details = sarif::RunAutomationDetails{};
  run.automation_details->id = "sluice-checklist/" + checklist.id + "/";
  run.column_kind = sarif::ColumnKind::Utf16CodeUnits;
  run.original_uri_base_ids.emplace(sarif::kSourceRoot, sarif::ArtifactLocation{});
  run.results.emplace();
  for (std::size_t i = 0; i < evaluation.results.size(); ++i) run.results->push_back(result(evaluation.results[i], i));
  run.properties.set_text("checklist", checklist.id);
  run.properties.set_text("checklistVersion", checklist.version);
  run.properties.set_text("checklistSha256", checklist.sha256);
  run.properties.set_text("asOf", day_text(evaluation.as_of));
  sarif::Log log;
  log.schema = sarif::kSchemaUri;
  log.runs.push_back(std::move(run));
  return log;
}

}  // namespace sluice::checklists
