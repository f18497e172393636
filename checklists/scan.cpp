#include "checklists/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "sarif/fingerprint.h"
#include "sarif/json.h"
#include "sarif/reader.h"
#include "sarif/result_identity.h"

namespace sluice::checklists {
namespace {

// The number of the first `CWE-79` or `cwe-079` in a tag, an id or a title.
std::optional<int> find_cwe(std::string_view text) {
  std::string lower = to_lower(text);
  std::size_t at = lower.find("cwe-");
  if (at == std::string::npos) return std::nullopt;
  int number = 0;
  auto [stop, error] = std::from_chars(lower.data() + at + 4, lower.data() + lower.size(), number);
  if (error != std::errc{} || number < 1) return std::nullopt;
  return number;
}

void add_cwe(std::vector<int>& cwes, std::string_view text) {
  if (auto cwe = find_cwe(text)) cwes.push_back(*cwe);
}

void add_cwe(std::vector<int>& cwes, const sarif::ReportingDescriptorReference& taxon) {
  // `89` alone means something only when its taxonomy is named.
  bool is_cwe = taxon.tool_component && to_lower(taxon.tool_component->name) == "cwe";
  bool has_prefix = find_cwe(taxon.id).has_value();
  add_cwe(cwes, has_prefix || !is_cwe ? taxon.id : "CWE-" + taxon.id);
}

void add_cwes(std::vector<int>& cwes, const sarif::Members& properties) {
  for (std::string_view key : {"tags", "cwe"})
    for (const std::string& text : properties.texts(key)) add_cwe(cwes, text);
  if (auto text = properties.text("cwe")) add_cwe(cwes, *text);
}

std::vector<int> sorted(std::vector<int> cwes) {
  std::ranges::sort(cwes);
  cwes.erase(std::ranges::unique(cwes).begin(), cwes.end());
  return cwes;
}

std::vector<int> cwes_of(const sarif::ReportingDescriptor& rule) {
  std::vector<int> cwes;
  for (const sarif::Relationship& relationship : rule.relationships) add_cwe(cwes, relationship.target);
  add_cwes(cwes, rule.properties);
  return sorted(std::move(cwes));
}

// `security-severity` is text by GitHub's convention, a number by some tools'.
std::optional<int> severity_tenths(const sarif::Members& properties) {
  std::optional<double> value = properties.number("security-severity");
  if (auto text = properties.text("security-severity")) {
    double number = 0;
    auto [stop, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error == std::errc{} && stop == text->data() + text->size()) value = number;
  }
  if (!value || !(*value >= 0 && *value <= 10)) return std::nullopt;
  return static_cast<int>(*value * 10 + 0.5);
}

// The rule of a result; tools that load plugins keep their rules in extensions.
const sarif::ReportingDescriptor* rule_of(const sarif::Run& run, const sarif::Result& result) {
  if (const sarif::ReportingDescriptor* rule = sarif::find_rule(run, result)) return rule;
  for (const sarif::ToolComponent& extension : run.tool.extensions)
    for (const sarif::ReportingDescriptor& rule : extension.rules)
      if (rule.id == result.rule_id) return &rule;
  return nullptr;
}

std::string text_of_json(const std::string& json) {
  auto document = sarif::json::Document::parse("", json);
  return document && document->root().is_string() ? document->root().text() : json;
}

sarif::NamedTexts named_texts(const sarif::Members& members) {
  sarif::NamedTexts list;
  for (const sarif::Member& member : members.list()) list.emplace_back(member.name, text_of_json(member.json));
  return list;
}

std::string logical_name(const sarif::Result& result) {
  if (result.locations.empty() || result.locations[0].logical_locations.empty()) return {};
  const sarif::LogicalLocation& logical = result.locations[0].logical_locations[0];
  return logical.fully_qualified_name.empty() ? logical.name : logical.fully_qualified_name;
}

std::string snippet_of(const sarif::Result& result) {
  if (result.locations.empty() || !result.locations[0].physical_location) return {};
  const auto& region = result.locations[0].physical_location->region;
  return region && region->snippet ? region->snippet->text : std::string();
}

bool is_url(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

sarif::NamedTexts identity_parts(const sarif::Run& run, const sarif::Result& result, const ScanResult& resolved) {
  sarif::ResultNames names;
  names.tool = run.tool.driver.name;
  names.rule = resolved.rule;
  (is_url(resolved.file) ? names.url : names.file) = resolved.file;
  names.logical = logical_name(result);
  names.snippet = snippet_of(result);
  names.fingerprints = named_texts(result.fingerprints);
  names.partial_fingerprints = named_texts(result.partial_fingerprints);
  return sarif::identity_parts(names);
}

void place(ScanResult& resolved, const sarif::Run& run, const sarif::Result& result) {
  if (result.locations.empty() || !result.locations[0].physical_location) return;
  const sarif::PhysicalLocation& location = *result.locations[0].physical_location;
  if (location.artifact_location) {
    const sarif::ArtifactLocation& artifact = *location.artifact_location;
    std::string uri = artifact.uri;
    bool in_table = uri.empty() && artifact.index >= 0 && static_cast<std::size_t>(artifact.index) < run.artifacts.size();
    if (in_table && run.artifacts[artifact.index].location) uri = run.artifacts[artifact.index].location->uri;
    resolved.file = is_url(uri) ? uri : sarif::path_of_location(uri);
  }
  if (location.region && location.region->start_line > 0) resolved.line = static_cast<std::uint32_t>(location.region->start_line);
}

bool has_reasons(const sarif::Result& result) {
  if (!result.suppressions) return false;
  return std::ranges::all_of(*result.suppressions, [](const sarif::Suppression& one) { return !trim(one.justification).empty(); });
}

std::string_view rule_id_of(const sarif::Result& result, const sarif::ReportingDescriptor* rule) {
  if (!result.rule_id.empty()) return result.rule_id;
  if (result.rule && !result.rule->id.empty()) return result.rule->id;
  return rule ? std::string_view(rule->id) : std::string_view();
}

bool has_true(const sarif::Members& properties, std::string_view name) {
  const std::string* json = properties.find(name);
  return json && *json == "true";
}

std::optional<double> probability(std::optional<double> value) {
  return value && *value >= 0 && *value <= 1 ? value : std::nullopt;
}

std::vector<std::string> routes_of(const sarif::Members& properties) {
  std::vector<std::string> routes;
  for (std::string_view key : sarif::kRouteProperties) {
    if (auto one = properties.text(key)) routes.push_back(*one);
    for (std::string& route : properties.texts(key)) routes.push_back(std::move(route));
  }
  return routes;
}

// Where a result is: two of one identity at two places are two, told apart by their order.
std::string spot_of(const sarif::Result& result, const ScanResult& resolved) {
  bool has_region = !result.locations.empty() && result.locations[0].physical_location && result.locations[0].physical_location->region;
  if (!has_region) return resolved.file + "#" + result.message.text;
  const sarif::Region& region = *result.locations[0].physical_location->region;
  return fmt::format("{}:{}:{}:{}:{}:{}:{}", resolved.file, region.start_line, region.start_column, region.end_line, region.end_column,
                     region.char_offset, region.byte_offset);
}

// What passed or is gone takes no number from what is there.
bool tells_something(const ScanResult& result) {
  bool is_one = result.kind == sarif::Kind::Fail || result.kind == sarif::Kind::Open || result.kind == sarif::Kind::Review;
  return is_one && result.baseline != sarif::BaselineState::Absent;
}

// Numbers the places of results that are alike; as gate/report_builder.h does for imported ones.
class Occurrences {
 public:
  std::string identity(sarif::NamedTexts parts, const std::string& spot, bool counts) {
    std::string plain = digest_of_parts(parts);
    if (!counts) return plain;
    std::map<std::string, std::size_t>& spots = spots_[plain];
    std::size_t ordinal = spots.try_emplace(spot, spots.size()).first->second;
    if (ordinal == 0) return plain;
    parts.emplace_back("occurrence", std::to_string(ordinal));
    return digest_of_parts(parts);
  }

 private:
  std::unordered_map<std::string, std::map<std::string, std::size_t>> spots_;
};

ScanResult resolve_result(const sarif::Run& run, const sarif::Result& result, Occurrences& occurrences) {
  const sarif::ReportingDescriptor* rule = rule_of(run, result);
  ScanResult resolved;
  resolved.rule = rule_id_of(result, rule);
  resolved.kind = result.kind.value_or(sarif::Kind::Fail);
  resolved.level = sarif::effective_level(run, result);
  // effective_level looks in the driver only.
  bool is_of_plugin = !result.level && resolved.kind == sarif::Kind::Fail && !sarif::find_rule(run, result);
  if (is_of_plugin && rule && rule->default_configuration && rule->default_configuration->level)
    resolved.level = *rule->default_configuration->level;
  if (rule) resolved.cwes = cwes_of(*rule);
  for (const sarif::ReportingDescriptorReference& taxon : result.taxa) add_cwe(resolved.cwes, taxon);
  add_cwes(resolved.cwes, result.properties);
  resolved.cwes = sorted(std::move(resolved.cwes));
  resolved.severity_tenths = severity_tenths(result.properties);
  if (!resolved.severity_tenths && rule) resolved.severity_tenths = severity_tenths(rule->properties);
  // Written by whoever reports on components; gate/import_to_sarif.h names the properties.
  resolved.is_exploited = has_true(result.properties, "knownExploited");
  resolved.epss = probability(result.properties.number("epss"));
  resolved.is_in_component = result.properties.find("component") != nullptr;
  resolved.has_fixed_version = result.properties.find("fixedVersion") != nullptr;
  resolved.baseline = result.baseline_state;
  resolved.suppressed = sarif::is_suppressed(result);
  resolved.suppression_explained = has_reasons(result);
  resolved.message = result.message.text.empty() ? result.message.markdown : result.message.text;
  if (result.provenance)
    if (auto seen = parse_instant(result.provenance->first_detection_time_utc)) resolved.first_seen = day_of(*seen);
  place(resolved, run, result);
  resolved.line_hash = result.partial_fingerprints.text(sarif::kLineHash).value_or("");
  resolved.routes = routes_of(result.properties);
  resolved.identity = occurrences.identity(identity_parts(run, result, resolved), spot_of(result, resolved), tells_something(resolved));
  return resolved;
}

// SARIF 2.1.0 appendix I, and 3.20.21: an error notification means a failed run.
std::vector<std::string> why_incomplete(const sarif::Run& run) {
  std::vector<std::string> reasons;
  if (!run.results) reasons.push_back("it has no results: the tool never began");
  const std::string* external = run.extra.find("externalPropertyFileReferences");
  if (external && external->find("\"results\"") != std::string::npos) reasons.push_back("its results are in other files: inline them");
  for (const sarif::Invocation& invocation : run.invocations) {
    if (invocation.execution_successful == false) reasons.push_back("the tool says that it failed");
    for (const auto* list : {&invocation.tool_execution_notifications, &invocation.tool_configuration_notifications})
      for (const sarif::Notification& notification : *list)
        if (notification.level == sarif::Level::Error)
          reasons.push_back("the tool reported an error: " + notification.message.text);
  }
  return reasons;
}

// What `sluice scan` writes into its invocation (analyzers/scan/to_log.cpp).
std::optional<Coverage> own_coverage_in(const sarif::Members& properties) {
  if (!properties.find("sluice/filesDiscovered")) return std::nullopt;
  auto number = [&](std::string_view name) { return static_cast<std::int64_t>(properties.number(name).value_or(0)); };
  return Coverage{number("sluice/filesDiscovered"), number("sluice/filesScanned"), number("sluice/filesSkipped"),
                  number("sluice/filesIgnored")};
}

// What other tools can say: `coverage: { discovered, scanned, skipped, ignored }`.
std::optional<Coverage> coverage_in(const sarif::Members& properties) {
  if (auto own = own_coverage_in(properties)) return own;
  const std::string* json = properties.find("coverage");
  if (!json) return std::nullopt;
  auto document = sarif::json::Document::parse("", *json);
  if (!document) return std::nullopt;
  auto number = [&](std::string_view key) -> std::int64_t {
    auto value = document->root().find(key);
    return value ? value->integer().value_or(0) : 0;
  };
  return Coverage{number("discovered"), number("scanned"), number("skipped"), number("ignored")};
}

void resolve_invocations(const sarif::Run& run, ScanRun& resolved) {
  resolved.coverage = coverage_in(run.properties);
  for (const sarif::Invocation& invocation : run.invocations) {
    std::optional<Instant> ended = parse_instant(invocation.end_time_utc);
    if (ended && (!resolved.ended || *ended > *resolved.ended)) resolved.ended = ended;
    if (!resolved.coverage) resolved.coverage = coverage_in(invocation.properties);
  }
}

ScanRun resolve_run(const sarif::Run& run, Occurrences& occurrences) {
  ScanRun resolved;
  const sarif::ToolComponent& driver = run.tool.driver;
  resolved.tool = driver.name;
  resolved.tool_version = driver.version.empty() ? driver.semantic_version : driver.version;
  resolved.incomplete = why_incomplete(run);
  resolve_invocations(run, resolved);
  for (const sarif::VersionControlDetails& details : run.version_control_provenance)
    if (resolved.revision.empty()) resolved.revision = details.revision_id;
  for (const sarif::ReportingDescriptor& rule : driver.rules) resolved.rules.push_back({rule.id, cwes_of(rule)});
  for (const sarif::ToolComponent& extension : run.tool.extensions)
    for (const sarif::ReportingDescriptor& rule : extension.rules) resolved.rules.push_back({rule.id, cwes_of(rule)});
  if (run.results)
    for (const sarif::Result& result : *run.results) resolved.results.push_back(resolve_result(run, result, occurrences));
  return resolved;
}

}  // namespace

Scan resolve_scan(const sarif::Log& log, std::string file, std::string sha256) {
  Scan scan{std::move(file), std::move(sha256), {}};
  Occurrences occurrences;
  for (const sarif::Run& run : log.runs) scan.runs.push_back(resolve_run(run, occurrences));
  return scan;
}

Result<Scan> load_scan(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  SLUICE_TRY(sarif::Log log, sarif::read_log(path.string(), text));
  // A log without runs is what a broken upload step leaves behind.
  if (log.runs.empty()) return fail({path.string(), 1, 1}, "scan-empty", "the log has no runs: nothing was scanned");
  return resolve_scan(log, path.string(), sha256_hex(text));
}

bool is_open(const ScanResult& result) {
  return result.kind == sarif::Kind::Fail && !result.suppressed && result.baseline != sarif::BaselineState::Absent;
}

std::optional<int> coverage_percent(const ScanRun& run) {
  if (!run.coverage) return std::nullopt;
  std::int64_t wanted = run.coverage->scanned + run.coverage->skipped;
  if (run.coverage->scanned < 0 || run.coverage->skipped < 0 || wanted == 0) return std::nullopt;
  return static_cast<int>(run.coverage->scanned * 100 / wanted);
}

}  // namespace sluice::checklists
