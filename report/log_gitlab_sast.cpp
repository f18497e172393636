// A log as GitLab's SAST report 15.2.1 (reports:sast).
//
// GitLab finds a vulnerability again by its primary identifier and its location. Left to
// itself it takes the lines for the location, and every shift makes a new vulnerability;
// so each gets a tracking signature made of our fingerprint and the path. Suppressed
// results stay out: the format knows no state for them. Source of member names, types and
// limits: gitlabhq, lib/gitlab/ci/parsers/security/validators/schemas/15.2.1.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/time.h"
#include "base/version.h"
#include "report/log_format.h"
#include "report/log_outline.h"
#include "sarif/fingerprint.h"
#include "sarif/uri.h"

namespace sluice {
namespace {

using Json = nlohmann::ordered_json;  // members in the order they are written here

constexpr std::string_view kReportVersion = "15.2.1";
// The most lasting of the algorithms that GitLab has a name for; others are refused.
constexpr std::string_view kSignatureAlgorithm = "scope_offset_compressed";
constexpr std::size_t kMaxNameBytes = 255, kMaxDescriptionBytes = 1048576, kMaxFlows = 10;

std::string cut(std::string text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

bool is_link(std::string_view uri) { return uri.starts_with("https://") || uri.starts_with("http://"); }

// GitLab's times have neither zone nor fraction. A reproducible log has no times, the
// report must: then it is the first second there is.
std::string time_text(const std::string& utc) {
  std::string text = instant_text(parse_instant(utc).value_or(Instant{}));
  text.pop_back();  // the Z
  return text;
}

std::string_view severity_of(const LogFinding& finding) {
  // The bands of CVSS 3; what a rule says of itself goes before its level, as on GitHub.
  if (finding.score >= 9.0) return "Critical";
  if (finding.score >= 7.0) return "High";
  if (finding.score >= 4.0) return "Medium";
  if (finding.score > 0) return "Low";
  switch (finding.level) {
    case sarif::Level::Error: return "High";
    case sarif::Level::Warning: return "Medium";
    case sarif::Level::Note: return "Low";
    case sarif::Level::None: return "Info";
  }
  return "Unknown";
}

Json identifier(std::string_view type, std::string_view name, std::string_view value, std::string_view url) {
  Json json{{"type", type}, {"name", name}, {"value", value}};
  if (is_link(url)) json["url"] = url;
  return json;
}

// The first one is primary; it names the rule and nothing of the finding.
Json rule_identifier(const std::string& id, const sarif::ReportingDescriptor* rule) {
  std::string name = to_valid_utf8(id.empty() ? "unknown" : id);
  return identifier("sluice_rule_id", name, name, rule ? to_valid_utf8(rule->help_uri) : "");
}

Json identifiers(const LogFinding& finding) {
  Json list = Json::array();
  list.push_back(rule_identifier(finding.result->rule_id, finding.rule));
  if (!finding.rule) return list;
  for (const sarif::Relationship& relationship : finding.rule->relationships) {
    std::string id = to_valid_utf8(relationship.target.id);
    if (id.starts_with("CWE-") && id.size() > 4)
      list.push_back(identifier("cwe", id, id.substr(4), "https://cwe.mitre.org/data/definitions/" + id.substr(4) + ".html"));
    else if (id.starts_with("A") && id.find(":20") != std::string::npos)
      list.push_back(identifier("owasp", id, id, ""));
  }
  return list;
}

std::string name_of(const LogFinding& finding) {
  bool is_described = finding.rule && finding.rule->short_description;
  return cut(escape_terminal(is_described ? finding.rule->short_description->text : finding.result->rule_id), kMaxNameBytes);
}

void add_lines(Json& json, const sarif::Region& region) {
  if (region.start_line <= 0) return;
  json["start_line"] = region.start_line;
  json["end_line"] = std::max(region.end_line, region.start_line);
}

Json location(const LogFinding& finding) {
  Json json{{"file", finding.path}};
  add_lines(json, finding.region);
  if (finding.result->locations.empty() || finding.result->locations[0].logical_locations.empty()) return json;
  const sarif::LogicalLocation& definition = finding.result->locations[0].logical_locations[0];
  json[definition.kind == "type" ? "class" : "method"] = to_valid_utf8(definition.fully_qualified_name);
  return json;
}

Json tracking(const LogFinding& finding) {
  Json item{{"file", finding.path}};
  add_lines(item, finding.region);
  item["signatures"] = Json::array({{{"algorithm", kSignatureAlgorithm}, {"value", finding.identity()}}});
  return {{"type", "source"}, {"items", Json::array({std::move(item)})}};
}

// Nothing for a step without a place: GitLab refuses the whole report for one.
Json flow_node(const sarif::ThreadFlowLocation& step, std::string_view node_type) {
  bool has_place = step.location && step.location->physical_location && step.location->physical_location->artifact_location && step.location->physical_location->region;
  if (!has_place) return {};
  const sarif::PhysicalLocation& place = *step.location->physical_location;
  if (place.artifact_location->uri.empty() || place.region->start_line <= 0) return {};
  Json file{{"type", "file-location"}, {"file_name", to_valid_utf8(sarif::path_from_uri(place.artifact_location->uri))}, {"line_start", place.region->start_line}};
  if (place.region->end_line >= place.region->start_line) file["line_end"] = place.region->end_line;
  if (place.region->start_column > 0 && place.region->end_column > 0) {
    file["column_start"] = place.region->start_column;
    file["column_end"] = place.region->end_column;
  }
  return {{"type", "code-flow-node"}, {"node_type", node_type}, {"file_location", std::move(file)}};
}

Json flow_nodes(const std::vector<sarif::ThreadFlowLocation>& steps) {
  Json nodes = Json::array();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    Json node = flow_node(steps[i], i + 1 == steps.size() ? "sink" : i == 0 ? "source" : "propagation");
    if (!node.is_null()) nodes.push_back(std::move(node));
  }
  return nodes;
}

Json flows(const sarif::Result& result) {
  Json list = Json::array();
  for (const sarif::CodeFlow& flow : result.code_flows)
    for (const sarif::ThreadFlow& thread : flow.thread_flows)
      if (Json nodes = flow_nodes(thread.locations); !nodes.empty() && list.size() < kMaxFlows) list.push_back(std::move(nodes));
  return list;
}

Json vulnerability(const LogFinding& finding) {
  Json json{{"id", finding.identity()},
            {"name", name_of(finding)},
            // GitLab renders it as Markdown.
            {"description", cut(escape_markdown(finding.result->message.text), kMaxDescriptionBytes)},
            {"severity", severity_of(finding)},
            {"identifiers", identifiers(finding)},
            {"location", location(finding)}};
  if (finding.result->partial_fingerprints.has(sarif::kSluiceFingerprint)) json["tracking"] = tracking(finding);
  if (Json list = flows(*finding.result); !list.empty())
    json["details"]["code_flows"] = {{"name", "Code flows"}, {"type", "code-flows"}, {"items", std::move(list)}};
  return json;
}

Json messages(const LogOutline& all) {
  Json list = Json::array();
  list.push_back({{"level", "info"}, {"value", coverage_line(all)}});
  for (const LogNote& note : all.notes) {
    std::string_view level = note.level == sarif::Level::Error ? "fatal" : note.level == sarif::Level::Warning ? "warn" : "info";
    std::string value = fmt::format("{}{}{}", note.path, note.path.empty() ? "" : ": ", note.message);
    list.push_back({{"level", level}, {"value", escape_terminal(value.empty() ? note.code : value)}});
  }
  return list;
}

// All rules that ran: GitLab closes what a removed rule had found.
Json primary_identifiers(const sarif::Log& log) {
  Json list = Json::array();
  for (const sarif::Run& run : log.runs)
    for (const sarif::ReportingDescriptor& rule : run.tool.driver.rules) list.push_back(rule_identifier(rule.id, &rule));
  return list;
}

Json tool_json() {
  return {{"id", "sluice"}, {"name", "Sluice"}, {"version", kVersion}, {"vendor", {{"name", "Sluice"}}}};
}

Json scan_json(const sarif::Log& log, const LogOutline& all) {
  bool has_times = !log.runs.empty() && !log.runs[0].invocations.empty();
  return {{"analyzer", tool_json()},
          {"scanner", tool_json()},
          {"type", "sast"},
          {"start_time", time_text(has_times ? log.runs[0].invocations[0].start_time_utc : "")},
          {"end_time", time_text(has_times ? log.runs[0].invocations[0].end_time_utc : "")},
          {"status", all.is_complete ? "success" : "failure"},
          {"messages", messages(all)},
          {"primary_identifiers", primary_identifiers(log)}};
}

}  // namespace

std::string render_gitlab_sast(const sarif::Log& log, const RenderOptions&) {
  LogOutline all = outline(log);
  Json vulnerabilities = Json::array();
  for (const LogFinding& finding : all.findings)
    if (!finding.is_suppressed) vulnerabilities.push_back(vulnerability(finding));
  Json json{{"version", kReportVersion}, {"scan", scan_json(log, all)}, {"vulnerabilities", std::move(vulnerabilities)}};
  return json.dump(2) + '\n';
}

}  // namespace sluice
