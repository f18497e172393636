#include "gate/import_to_sarif.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"

namespace sluice::gate {
namespace {

using nlohmann::ordered_json;

// The score that a consumer of SARIF sorts by; nothing when there is none.
std::optional<Score> score_of(const Vulnerability& vulnerability) { return choose_score(vulnerability.ratings).score; }

// SARIF's three levels, by FIRST's words, or by the tool's where there is no score.
std::string_view level_of(const Vulnerability& vulnerability) {
  if (auto score = score_of(vulnerability))
    return score->tenths >= 70 ? "error" : score->tenths >= 40 ? "warning" : "note";
  if (vulnerability.severity >= SeverityWord::High) return "error";
  bool low = vulnerability.severity == SeverityWord::Low || vulnerability.severity == SeverityWord::Info;
  return low ? "note" : "warning";
}

// A URI of a path: all but unreserved characters and `/` percent-encoded (RFC 3986).
std::string uri_of_path(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (char c : path) {
    bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool plain = alphanumeric || kPlain.find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

// Where it is, for a vulnerability that is in no file: host and port, image, package.
std::string logical_name(const Vulnerability& vulnerability) {
  const Asset& asset = vulnerability.asset;
  std::string name = !asset.url.empty()     ? asset.url
                     : !asset.image.empty() ? asset.image
                     : asset.host.empty()   ? asset.ip
                                            : asset.host;
  if (asset.port) name += fmt::format(":{}/{}", *asset.port, asset.protocol);
  const Component& component = vulnerability.component;
  if (!component.name.empty()) name += fmt::format("{}{}", name.empty() ? "" : " ", component.name);
  return name;
}

ordered_json location_of(const Vulnerability& vulnerability) {
  ordered_json location = ordered_json::object();
  const CodeLocation& code = vulnerability.location;
  if (!code.file.empty()) {
    location["physicalLocation"]["artifactLocation"]["uri"] = uri_of_path(code.file);
    if (code.line > 0) location["physicalLocation"]["region"]["startLine"] = code.line;
  }
  if (std::string name = logical_name(vulnerability); !name.empty())
    location["logicalLocations"] = {{{"fullyQualifiedName", name}, {"kind", "resource"}}};
  return location;
}

void put(ordered_json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void put(ordered_json& object, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) object[key] = texts;
}

ordered_json ratings_of(const Vulnerability& vulnerability) {
  ordered_json ratings = ordered_json::array();
  for (const Rating& rating : vulnerability.ratings) {
    ordered_json object = ordered_json::object();
    if (rating.version) object["version"] = to_string(*rating.version);
    object["score"] = to_string(rating.score);
    put(object, "vector", rating.vector);
    put(object, "source", rating.source);
    ratings.push_back(std::move(object));
  }
  return ratings;
}

ordered_json properties_of(const Vulnerability& vulnerability) {
  ordered_json properties = ordered_json::object();
  put(properties, "cve", vulnerability.ids.cve);
  put(properties, "ghsa", vulnerability.ids.ghsa);
  put(properties, "cwe", vulnerability.ids.cwe);
  put(properties, "aliases", vulnerability.ids.other);
  if (vulnerability.known_exploited) properties["knownExploited"] = true;
  if (vulnerability.epss) properties["epss"] = *vulnerability.epss;
  put(properties, "asset", vulnerability.asset.id);
  if (!vulnerability.ratings.empty()) properties["ratings"] = ratings_of(vulnerability);
  ScoreChoice choice = choose_score(vulnerability.ratings);
  if (choice.score) properties["security-severity"] = to_string(*choice.score);
  properties["scoreChoice"] = choice.why;
  put(properties, "toolSeverity", vulnerability.tool_severity);
  put(properties, "host", vulnerability.asset.host);
  put(properties, "ip", vulnerability.asset.ip);
  put(properties, "image", vulnerability.asset.image);
  put(properties, "url", vulnerability.asset.url);
  put(properties, "component", vulnerability.component.name);
  put(properties, "componentVersions", vulnerability.component.versions);
  put(properties, "purl", vulnerability.component.purl);
  put(properties, "fixedVersion", vulnerability.component.fixed_version);
  if (vulnerability.first_seen) properties["firstSeen"] = to_string(*vulnerability.first_seen);
  if (vulnerability.last_seen) properties["lastSeen"] = to_string(*vulnerability.last_seen);
  put(properties, "evidence", vulnerability.evidence);
  return properties;
}

std::string message_of(const Vulnerability& vulnerability) {
  std::string text = vulnerability.title.empty() ? display_id(vulnerability) : vulnerability.title;
  if (std::string place = logical_name(vulnerability); !place.empty()) text += fmt::format(" ({})", place);
  return text.ends_with('.') ? text : text + ".";
}

std::string rule_id_of(const Vulnerability& vulnerability) {
  return vulnerability.ids.rule.empty() ? "unnamed" : vulnerability.ids.rule;
}

bool is_suppressed(const Vulnerability& vulnerability) {
  return vulnerability.status == VulnerabilityStatus::Suppressed;
}

ordered_json suppressions_of(const Vulnerability& vulnerability) {
  if (!is_suppressed(vulnerability)) return ordered_json::array();
  ordered_json suppression = {{"kind", "external"}, {"status", "accepted"}};
  put(suppression, "justification", vulnerability.status_reason);
  return {std::move(suppression)};
}

ordered_json result_of(const Vulnerability& vulnerability, std::size_t rule_index) {
  bool review = vulnerability.status == VulnerabilityStatus::NeedsReview;
  ordered_json result = {{"ruleId", rule_id_of(vulnerability)}, {"ruleIndex", rule_index}};
  if (review) result["kind"] = "review";
  // A result that is no failure has no severity (3.27.10).
  result["level"] = review ? "none" : level_of(vulnerability);
  result["message"]["text"] = message_of(vulnerability);
  if (ordered_json location = location_of(vulnerability); !location.empty())
    result["locations"] = {std::move(location)};
  result["partialFingerprints"]["sluiceVulnerability/v1"] = vulnerability.identity;
  result["properties"] = properties_of(vulnerability);
  return result;
}

// The rules of a run, sorted by id; texts are those of the first result that has the rule.
class Rules {
 public:
  explicit Rules(const std::vector<const Vulnerability*>& vulnerabilities) {
    for (const Vulnerability* vulnerability : vulnerabilities)
      by_id_[rule_id_of(*vulnerability)].push_back(vulnerability);
    for (std::size_t index = 0; const auto& [id, members] : by_id_) index_[id] = index++;
  }

  std::size_t index_of(const Vulnerability& vulnerability) const { return index_.at(rule_id_of(vulnerability)); }

  ordered_json to_json() const {
    ordered_json rules = ordered_json::array();
    for (const auto& [id, members] : by_id_) rules.push_back(rule_of(id, members));
    return rules;
  }

 private:
  using Members = std::vector<const Vulnerability*>;

  static ordered_json rule_of(const std::string& id, const Members& members) {
    const Vulnerability& first = *members.front();
    ordered_json rule = {{"id", id}};
    if (!first.title.empty()) rule["shortDescription"]["text"] = first.title;
    if (!first.description.empty()) rule["fullDescription"]["text"] = first.description;
    if (!first.remediation.empty()) rule["help"]["text"] = first.remediation;
    std::optional<Score> highest;
    std::set<std::string> tags = {"security"};
    for (const Vulnerability* member : members) {
      highest = std::max(highest, score_of(*member));
      for (const std::string& cwe : member->ids.cwe) tags.insert("external/cwe/" + to_lower(cwe));
    }
    rule["properties"]["tags"] = tags;
    if (highest) rule["properties"]["security-severity"] = to_string(*highest);
    return rule;
  }

  std::map<std::string, Members> by_id_;
  std::map<std::string, std::size_t> index_;
};

ordered_json invocation_of(const ImportedReport& report) {
  ordered_json invocation = {{"executionSuccessful", report.completeness != Completeness::Incomplete}};
  for (const std::string& reason : report.incomplete_reasons)
    invocation["toolExecutionNotifications"].push_back({{"level", "error"}, {"message", {{"text", reason}}}});
  return invocation;
}

ordered_json run_of(const ImportedReport& report, const std::string& tool, const std::string& version,
                    const std::vector<const Vulnerability*>& vulnerabilities) {
  Rules rules(vulnerabilities);
  ordered_json driver = {{"name", tool.empty() ? report.format : tool}};
  put(driver, "version", version);
  driver["rules"] = rules.to_json();
  ordered_json run;
  run["tool"]["driver"] = std::move(driver);
  run["invocations"] = {invocation_of(report)};
  ordered_json results = ordered_json::array();
  // Either all results of a run have suppressions or none has (3.27.23): an empty list says "looked, and not
  // suppressed".
  bool any_suppressed = std::ranges::any_of(vulnerabilities, [](const Vulnerability* v) { return is_suppressed(*v); });
  for (const Vulnerability* vulnerability : vulnerabilities) {
    results.push_back(result_of(*vulnerability, rules.index_of(*vulnerability)));
    if (any_suppressed) results.back()["suppressions"] = suppressions_of(*vulnerability);
  }
  // Only lines are written, so any kind of column is true; the format wants one named.
  run["columnKind"] = "utf16CodeUnits";
  run["results"] = std::move(results);
  ordered_json properties = {{"format", report.format},
                             {"file", report.file},
                             {"sha256", report.digest},
                             {"completeness", to_string(report.completeness)}};
  put(properties, "targets", report.targets);
  run["properties"] = std::move(properties);
  return run;
}

struct ToolRun {
  std::string tool, version;
  std::vector<const Vulnerability*> vulnerabilities;
};

// A report of several tools is several runs, in the order in which the tools appear.
std::vector<ToolRun> runs_of(const ImportedReport& report, const std::vector<Vulnerability>& vulnerabilities) {
  std::vector<ToolRun> runs;
  std::map<std::pair<std::string, std::string>, std::size_t> index;
  for (const Vulnerability& vulnerability : vulnerabilities) {
    auto [at, is_new] = index.try_emplace({vulnerability.tool, vulnerability.tool_version}, runs.size());
    if (is_new) runs.push_back({vulnerability.tool, vulnerability.tool_version, {}});
    runs[at->second].vulnerabilities.push_back(&vulnerability);
  }
  if (runs.empty()) runs.push_back({report.tool, report.tool_version, {}});
  return runs;
}

}  // namespace

std::string to_sarif(const std::vector<ImportedReport>& reports) {
  ordered_json log = {
      {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", ordered_json::array()}};
  for (const ImportedReport& report : reports) {
    std::vector<Vulnerability> compact;
    for (std::size_t i = 0; i < report.compact.size(); ++i) compact.push_back(report.compact.at(i));
    for (const ToolRun& run : runs_of(report, compact.empty() ? report.vulnerabilities : compact))
      log["runs"].push_back(run_of(report, run.tool, run.version, run.vulnerabilities));
  }
  return log.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace sluice::gate
