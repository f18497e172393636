#include "sarif/run_import.h"

#include <algorithm>
#include <fmt/format.h>

#include "sarif/walk.h"

namespace sluice::sarif {
namespace {

using Map = std::vector<std::int32_t>;

std::int32_t mapped(const Map& map, std::int32_t index) {
  return index >= 0 && index < std::ssize(map) ? map[static_cast<std::size_t>(index)] : -1;
}

// Where each of `from` is in `into`, by its key; what is not there is added by `add`.
template <class T, class Key, class Add>
Map match_by_key(const std::vector<T>& from, std::vector<T>& into, Key key_of, Add add) {
  std::map<std::string, std::int32_t> known;
  for (std::size_t i = 0; i < into.size(); ++i) known.emplace(key_of(into[i]), static_cast<std::int32_t>(i));
  Map map;
  for (const T& item : from) {
    const auto [it, is_new] = known.emplace(key_of(item), static_cast<std::int32_t>(into.size()));
    if (is_new) add(item);
    map.push_back(it->second);
  }
  return map;
}

std::string key_of_artifact(const Artifact& artifact) {
  if (!artifact.location) return {};
  return artifact.location->uri_base_id + '\n' + artifact.location->uri;
}

std::string key_of_descriptor(const ReportingDescriptor& descriptor) { return descriptor.id; }
std::string key_of_taxonomy(const ToolComponent& component) { return component.name + '\n' + component.version; }

// All of `from` behind what `into` has: for lists whose items have no identity.
template <class T>
Map append_all(const std::vector<T>& from, std::vector<T>& into) {
  Map map;
  for (const T& item : from) {
    map.push_back(static_cast<std::int32_t>(into.size()));
    into.push_back(item);
  }
  return map;
}

// Objects of the standard that hold indices and that the model keeps only as text.
bool has_hidden_indices(const Members& extra) {
  static constexpr std::string_view kNames[] = {"graphs",
                                                "graphTraversals",
                                                "stacks",
                                                "attachments",
                                                "webRequest",
                                                "webResponse",
                                                "addresses",
                                                "webRequests",
                                                "webResponses",
                                                "conversion",
                                                "externalPropertyFileReferences",
                                                "policies",
                                                "translations"};
  return std::ranges::any_of(kNames,
                             [&](std::string_view name) { return extra.has(name) && *extra.find(name) != "[]"; });
}

bool has_hidden_indices(const Run& run) {
  if (has_hidden_indices(run.extra)) return true;
  if (!run.results) return false;
  return std::ranges::any_of(*run.results, [](const Result& result) { return has_hidden_indices(result.extra); });
}

bool same_base_ids(const Run& a, const Run& b) {
  return std::ranges::all_of(a.original_uri_base_ids, [&](const auto& entry) {
    const auto other = b.original_uri_base_ids.find(entry.first);
    return other == b.original_uri_base_ids.end() || other->second.uri == entry.second.uri;
  });
}

}  // namespace

std::optional<std::string> obstacle_to_import(const Run& from, const Run& into) {
  if (!from.tool.extensions.empty() || !into.tool.extensions.empty()) return "the tool has extensions";
  if (from.column_kind != into.column_kind) return "they count columns differently";
  if (from.tool.driver.version != into.tool.driver.version) return "the versions of the tool differ";
  if (!same_base_ids(from, into)) return "their base uris differ";
  if (has_hidden_indices(from) || has_hidden_indices(into)) return "they hold graphs, stacks or the like";
  return std::nullopt;
}

struct RunImporter::Rewriter {
  const RunImporter& maps;
  void operator()(ArtifactLocation& location) const { location.index = mapped(maps.artifacts_, location.index); }
  void operator()(LogicalLocation& location) const {
    location.index = mapped(maps.logical_locations_, location.index);
    location.parent_index = mapped(maps.logical_locations_, location.parent_index);
  }
  void operator()(ThreadFlowLocation& step) const { step.index = mapped(maps.thread_flow_locations_, step.index); }
  void operator()(Notification& notification) const {
    if (notification.descriptor)
      notification.descriptor->index = mapped(maps.notifications_, notification.descriptor->index);
    if (notification.associated_rule)
      notification.associated_rule->index = mapped(maps.rules_, notification.associated_rule->index);
  }
  // A reference into a taxonomy; those without a component are seen to by what holds them.
  void operator()(ReportingDescriptorReference& reference) const {
    if (!reference.tool_component || reference.tool_component->index < 0) return;
    const auto taxonomy = static_cast<std::size_t>(reference.tool_component->index);
    reference.index = taxonomy < maps.taxa_.size() ? mapped(maps.taxa_[taxonomy], reference.index) : -1;
    reference.tool_component->index = mapped(maps.taxonomies_, reference.tool_component->index);
  }
  template <class Other>
  void operator()(Other&) const {}
};

template <class T>
void RunImporter::rewrite(T& object) {
  walk(object, Rewriter{*this});
}

RunImporter::RunImporter(const Run& from, Run& into)
    : invocation_offset_(static_cast<std::int32_t>(into.invocations.size())) {
  const auto append_to = [](auto& list) { return [&list](const auto& item) { list.push_back(item); }; };
  ToolComponent& driver = into.tool.driver;
  map_taxonomies(from, into);
  const auto add_rule = [&](const ReportingDescriptor& rule) {
    rewrite(driver.rules.emplace_back(rule));  // its relationships point at taxa
  };
  rules_ = match_by_key(from.tool.driver.rules, driver.rules, key_of_descriptor, add_rule);
  notifications_ = match_by_key(from.tool.driver.notifications, driver.notifications, key_of_descriptor,
                                append_to(driver.notifications));
  artifacts_ = match_by_key(from.artifacts, into.artifacts, key_of_artifact, append_to(into.artifacts));
  logical_locations_ = append_all(from.logical_locations, into.logical_locations);
  for (std::size_t i = into.logical_locations.size() - logical_locations_.size(); i < into.logical_locations.size();
       ++i)
    into.logical_locations[i].parent_index = mapped(logical_locations_, into.logical_locations[i].parent_index);
  thread_flow_locations_ = append_all(from.thread_flow_locations, into.thread_flow_locations);
  const std::size_t first_step = into.thread_flow_locations.size() - thread_flow_locations_.size();
  for (std::size_t i = first_step; i < into.thread_flow_locations.size(); ++i) rewrite(into.thread_flow_locations[i]);
  for (const auto& [name, location] : from.original_uri_base_ids) into.original_uri_base_ids.emplace(name, location);
}

void RunImporter::map_taxonomies(const Run& from, Run& into) {
  taxonomies_ = match_by_key(from.taxonomies, into.taxonomies, key_of_taxonomy, [&](const ToolComponent& component) {
    into.taxonomies.push_back(component);
    into.tool.driver.supported_taxonomies.push_back(
        {component.name, component.guid, static_cast<std::int32_t>(into.taxonomies.size()) - 1, {}});
  });
  for (std::size_t i = 0; i < from.taxonomies.size(); ++i) {
    std::vector<ReportingDescriptor>& taxa = into.taxonomies[static_cast<std::size_t>(taxonomies_[i])].taxa;
    taxa_.push_back(match_by_key(from.taxonomies[i].taxa, taxa, key_of_descriptor,
                                 [&](const ReportingDescriptor& taxon) { taxa.push_back(taxon); }));
  }
}

void RunImporter::adapt(Result& result) {
  rewrite(result);
  result.rule_index = mapped(rules_, result.rule_index);
  if (result.rule && !result.rule->tool_component) result.rule->index = mapped(rules_, result.rule->index);
  if (result.provenance && result.provenance->invocation_index >= 0)
    result.provenance->invocation_index += invocation_offset_;
}

void RunImporter::adapt(Invocation& invocation) { rewrite(invocation); }

}  // namespace sluice::sarif
