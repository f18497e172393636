// SARIF 2.1.0 of other tools. Source: OASIS, "Static Analysis Results Interchange
// Format (SARIF) Version 2.1.0"; numbers of sections below are those of it.
//
// What is easily read wrongly:
//  - a suppression suppresses only when it is accepted, or says nothing of its status,
//    and no other one is rejected (3.27.23, 3.35.3);
//  - a result without `kind` is a failure; `open` and `review` are questions, and
//    `pass`, `informational`, `notApplicable` no findings (3.27.9);
//  - `baselineState: absent` tells of a result of an *earlier* run (3.27.24);
//  - a run without `results` has not produced any: it is not clean (3.14.23);
//  - several locations of one result are one finding: all must change (3.27.12).
// Identity: sarif/result_identity.h, as for whoever reads the log as an analyzer's.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"
#include "gate/report_document.h"
#include "sarif/fingerprint.h"
#include "sarif/result_identity.h"

namespace sluice::gate {
namespace {

const Json& null_json() {
  static const Json null;
  return null;
}

const Json* element_at(const Json* array, std::optional<std::uint32_t> index) {
  if (!array || !array->is_array() || !index || *index >= array->size()) return nullptr;
  return &(*array)[*index];
}

// The first element of a name counts.
void index_by(std::string_view key, const Json* array, std::map<std::string, const Json*, std::less<>>& index) {
  if (!array || !array->is_array()) return;
  for (const Json& element : *array) index.try_emplace(text_of(element, key), &element);
}

// One run: what its results refer to.
struct Run {
  Run(const Json& run_json, JsonPlace run_place)
      : json(run_json), driver(*find_path(run_json, {"tool", "driver"})), place(std::move(run_place)) {
    tool = text_of(driver, "name");
    tool_version = text_of(driver, "version");
    if (tool_version.empty()) tool_version = text_of(driver, "semanticVersion");
    index_by("id", find_member(driver, "rules"), driver_rules);
    index_by("name", find_path(json, {"tool", "extensions"}), extensions);
  }

  const Json& json;
  const Json& driver;
  JsonPlace place;
  std::string tool;
  std::string tool_version;
  std::map<std::string, const Json*, std::less<>> driver_rules;  // by id
  std::map<std::string, const Json*, std::less<>> extensions;    // by name
};

// The extension that `result.rule` names; null: none, the rule is the driver's.
const Json* extension_of(const Run& run, const Json& result) {
  const Json* reference = find_path(result, {"rule", "toolComponent"});
  if (!reference) return nullptr;
  if (const Json* extension = element_at(find_path(run.json, {"tool", "extensions"}), number_of(*reference, "index")))
    return extension;
  auto found = run.extensions.find(text_of(*reference, "name"));
  return found == run.extensions.end() ? nullptr : found->second;
}

std::string rule_id_of(const Json& result) {
  std::string id = text_of(result, "ruleId");
  return id.empty() ? text_at(result, {"rule", "id"}) : id;
}

// "CA1000/1" may stand for a part of what the rule CA1000 finds (3.27.5).
const Json* driver_rule_by_id(const Run& run, std::string_view id) {
  for (;;) {
    if (auto found = run.driver_rules.find(id); found != run.driver_rules.end()) return found->second;
    auto slash = id.rfind('/');
    if (slash == std::string_view::npos) return nullptr;
    id = id.substr(0, slash);
  }
}

// The rule's metadata; a null value when the run has none.
const Json& rule_of(const Run& run, const Json& result) {
  const Json* extension = extension_of(run, result);
  std::optional<std::uint32_t> index = number_of(result, "ruleIndex");
  if (const Json* reference = find_member(result, "rule"); reference && !index) index = number_of(*reference, "index");
  if (const Json* rule = element_at(find_member(extension ? *extension : run.driver, "rules"), index)) return *rule;
  const Json* rule = extension ? nullptr : driver_rule_by_id(run, rule_id_of(result));
  return rule ? *rule : null_json();
}

// "{0}" is replaced by the first argument, "{{" is a brace (3.11.5, 3.11.11).
std::string fill_placeholders(std::string_view text, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool doubled = i + 1 < text.size() && (text[i] == '{' || text[i] == '}') && text[i + 1] == text[i];
    bool placeholder =
        i + 2 < text.size() && text[i] == '{' && text[i + 1] >= '0' && text[i + 1] <= '9' && text[i + 2] == '}';
    std::size_t argument = placeholder ? static_cast<std::size_t>(text[i + 1] - '0') : 0;
    if (placeholder && argument < arguments.size()) {
      out += arguments[argument];
      i += 2;
    } else {
      out += text[i];
      if (doubled) ++i;
    }
  }
  return out;
}

std::string message_text(const Json& message, const Json& rule) {
  for (std::string_view key : {"text", "markdown"})
    if (std::string text = text_of(message, key); !text.empty())
      return fill_placeholders(text, texts_of(message, "arguments"));
  std::string id = text_of(message, "id");
  return fill_placeholders(text_at(rule, {"messageStrings", id, "text"}), texts_of(message, "arguments"));
}

const Json* physical_location(const Json& result) {
  const Json* location = element_at(find_member(result, "locations"), 0);
  return location ? find_member(*location, "physicalLocation") : nullptr;
}

std::string uri_of(const Run& run, const Json& physical) {
  const Json* artifact = find_member(physical, "artifactLocation");
  if (!artifact) return {};
  if (std::string uri = text_of(*artifact, "uri"); !uri.empty()) return uri;
  const Json* listed = element_at(find_member(run.json, "artifacts"), number_of(*artifact, "index"));
  return listed ? text_at(*listed, {"location", "uri"}) : std::string();
}

std::uint32_t line_of(const Json& physical) {
  const Json* region = find_member(physical, "region");
  return region ? number_of(*region, "startLine").value_or(0) : 0;
}

std::string logical_name(const Json& result) {
  const Json* location = element_at(find_member(result, "locations"), 0);
  const Json* logical = location ? element_at(find_member(*location, "logicalLocations"), 0) : nullptr;
  if (!logical) return {};
  std::string name = text_of(*logical, "fullyQualifiedName");
  return name.empty() ? text_of(*logical, "name") : name;
}

// What a web scanner sent (3.27.30); its parameters are told only where there is one.
void read_request(const Json& result, Vulnerability& vulnerability) {
  const Json* request = find_member(result, "webRequest");
  if (!request) return;
  vulnerability.input.method = text_of(*request, "method");
  if (std::string target = text_of(*request, "target"); vulnerability.asset.url.empty() && target.starts_with("http"))
    vulnerability.asset = asset_of_url(target);
  const Json* parameters = find_member(*request, "parameters");
  if (parameters && parameters->is_object() && parameters->size() == 1) vulnerability.input.parameter = parameters->begin().key();
}

void read_place(const Run& run, const Json& result, Vulnerability& vulnerability) {
  const Json* locations = find_member(result, "locations");
  if (const Json* physical = physical_location(result)) {
    std::string uri = uri_of(run, *physical);
    bool web = uri.starts_with("http://") || uri.starts_with("https://");
    (web ? vulnerability.asset.url : vulnerability.location.file) = web ? uri : sarif::path_of_location(uri);
    vulnerability.location.line = line_of(*physical);
  }
  vulnerability.location.line_hash = text_at(result, {"partialFingerprints", sarif::kLineHash});
  for (std::string_view key : sarif::kRouteProperties)
    if (const Json* properties = find_member(result, "properties"))
      for (std::string& route : texts_of(*properties, key)) vulnerability.location.routes.push_back(std::move(route));
  read_request(result, vulnerability);
  if (std::string name = logical_name(result); !name.empty()) add_evidence(vulnerability, "in " + name);
  std::size_t count = locations && locations->is_array() ? locations->size() : 0;
  for (std::size_t index = 1; index < count; ++index)
    if (const Json* physical = find_member((*locations)[index], "physicalLocation"))
      add_evidence(vulnerability, fmt::format("also at {}:{}", plain_path(uri_of(run, *physical)), line_of(*physical)));
}

// Tools put ids into rule ids, tags, properties and references to taxonomies.
void read_ids(const Json& result, const Json& rule, VulnerabilityIds& ids) {
  ids.rule = rule_id_of(result);
  if (ids.rule.empty()) ids.rule = text_of(rule, "id");
  add_ids(ids, ids.rule);
  for (const Json* owner : {&result, &rule}) {
    const Json* properties = find_member(*owner, "properties");
    if (!properties) continue;
    for (std::string_view key : {"tags", "cwe", "cve", "ghsa", "cwes", "cves"})
      for (const std::string& text : texts_of(*properties, key)) add_ids(ids, text);
    for (const std::string& alias : texts_of(*properties, "aliases")) {
      bool known = alias.starts_with("CVE-") || alias.starts_with("GHSA-");
      if (known) add_ids(ids, alias);
      if (!known) ids.other.push_back(alias);
    }
  }
  auto add_taxon = [&](const Json& reference) {
    std::string component = to_lower(text_at(reference, {"toolComponent", "name"}));
    std::string id = text_of(reference, "id");
    add_ids(ids, component == "cwe" && !id.starts_with("CWE") ? "CWE-" + id : id);
  };
  if (const Json* taxa = find_member(result, "taxa"); taxa && taxa->is_array())
    for (const Json& taxon : *taxa) add_taxon(taxon);
  if (const Json* relations = find_member(rule, "relationships"); relations && relations->is_array())
    for (const Json& relation : *relations)
      if (const Json* target = find_member(relation, "target")) add_taxon(*target);
}

// The level that counts when the result has none is the rule's, and else "warning" (3.27.10).
std::string level_of(const Json& result, const Json& rule) {
  for (const std::string& level : {text_of(result, "level"), text_at(rule, {"defaultConfiguration", "level"})})
    if (!level.empty()) return level;
  return "warning";
}

// Base scores under the names that tools without vectors use.
constexpr std::pair<std::string_view, CvssVersion> kScoreProperties[] = {{"cvssv2_score", CvssVersion::V2_0},
                                                                         {"cvssv3_baseScore", CvssVersion::V3_0},
                                                                         {"cvssv4_baseScore", CvssVersion::V4_0}};

void read_scores(const Run& run, const Json& result, const Json& rule, Vulnerability& vulnerability) {
  for (const Json* owner : {&result, &rule}) {
    const Json* properties = find_member(*owner, "properties");
    if (!properties || !properties->is_object()) continue;
    for (const auto& [key, value] : properties->items())
      if (value.is_string() && value.get_ref<const std::string&>().starts_with("CVSS:"))
        add_rating(vulnerability, {run.tool, value.get<std::string>(), {}, {}});
    for (const auto& [key, version] : kScoreProperties)
      if (std::string number = text_of(*properties, key); !number.empty())
        add_rating(vulnerability, {run.tool, {}, number, version});
  }
}

// `security-severity` should be a number; some tools write a word there.
void read_severity(const Run& run, const Json& result, const Json& rule, Vulnerability& vulnerability) {
  vulnerability.tool_severity = level_of(result, rule);
  for (const Json* owner : {&rule, &result})
    if (std::string stated = text_at(*owner, {"properties", "security-severity"}); !stated.empty()) {
      bool word = severity_word_of(stated) != SeverityWord::Unknown;
      if (word) vulnerability.tool_severity = stated;
      if (!word) add_rating(vulnerability, {run.tool, {}, stated, {}});
    }
  if (std::string word = text_at(result, {"properties", "severity"}); severity_word_of(word) != SeverityWord::Unknown)
    vulnerability.tool_severity = word;
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
}

sarif::NamedTexts fingerprints_of(const Json& result, std::string_view key) {
  sarif::NamedTexts list;
  const Json* fingerprints = find_member(result, key);
  if (!fingerprints || !fingerprints->is_object()) return list;
  for (const auto& [name, value] : fingerprints->items())
    list.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
  return list;
}

IdentityParts identity_of(const Run& run, const Json& result, const Vulnerability& vulnerability) {
  sarif::ResultNames names;
  names.tool = run.tool;
  names.rule = vulnerability.ids.rule;
  names.file = vulnerability.location.file;
  names.url = vulnerability.asset.url;
  names.logical = logical_name(result);
  if (const Json* physical = physical_location(result)) names.snippet = text_at(*physical, {"region", "snippet", "text"});
  names.fingerprints = fingerprints_of(result, "fingerprints");
  names.partial_fingerprints = fingerprints_of(result, "partialFingerprints");
  return sarif::identity_parts(names);
}

// The region: two results of one rule there are the same result twice.
std::string spot_of(const Json& result, const Vulnerability& vulnerability) {
  const Json* physical = physical_location(result);
  const Json* region = physical ? find_member(*physical, "region") : nullptr;
  std::string spot = vulnerability.location.file;
  if (!region) return spot + "#" + text_at(result, {"message", "text"});
  for (std::string_view key : {"startLine", "startColumn", "endLine", "endColumn", "charOffset", "byteOffset"})
    spot += ":" + text_of(*region, key);
  return spot;
}

void read_status(const Json& result, std::string_view kind, Vulnerability& vulnerability) {
  if (kind == "open" || kind == "review") vulnerability.status = VulnerabilityStatus::NeedsReview;
  const Json* suppressions = find_member(result, "suppressions");
  if (!suppressions || !suppressions->is_array()) return;
  bool accepted = false, rejected = false;
  std::string reason;
  for (const Json& suppression : *suppressions) {
    std::string status = text_of(suppression, "status");
    rejected = rejected || status == "rejected";
    if (!suppression.is_object() || (!status.empty() && status != "accepted")) continue;
    accepted = true;
    if (reason.empty()) reason = text_of(suppression, "justification");
    if (reason.empty()) reason = "suppressed " + text_of(suppression, "kind") + ", no justification";
  }
  if (!accepted || rejected) return;
  vulnerability.status = VulnerabilityStatus::Suppressed;
  vulnerability.status_reason = std::move(reason);
}

// Why a result is no finding; empty when it is one.
Result<std::string_view> reason_to_leave_out(const Json& result, std::string_view kind, const JsonPlace& place) {
  if (text_of(result, "baselineState") == "absent") return "baseline-absent";
  if (kind == "pass") return "kind-pass";
  if (kind == "informational") return "kind-informational";
  if (kind == "notApplicable") return "kind-not-applicable";
  if (kind == "fail" || kind == "open" || kind == "review") return "";
  return fail_at(place / "kind", "import-wrong-value",
                 "expected one of: fail, open, review, pass, informational, notApplicable");
}

Result<void> import_result(const Run& run, const Json& result, const JsonPlace& place, ReportBuilder& builder) {
  std::string kind = text_of(result, "kind");
  if (kind.empty()) kind = "fail";
  SLUICE_TRY(std::string_view reason, reason_to_leave_out(result, kind, place));
  if (!reason.empty()) {
    builder.leave_out(reason);
    return {};
  }
  const Json& rule = rule_of(run, result);
  Vulnerability vulnerability;
  vulnerability.tool = run.tool;
  vulnerability.tool_version = run.tool_version;
  read_ids(result, rule, vulnerability.ids);
  vulnerability.description =
      message_text(find_member(result, "message") ? *find_member(result, "message") : null_json(), rule);
  vulnerability.title = text_at(rule, {"shortDescription", "text"});
  if (vulnerability.title.empty())
    vulnerability.title = vulnerability.description.substr(0, vulnerability.description.find('\n'));
  vulnerability.remediation = text_at(rule, {"help", "text"});
  read_place(run, result, vulnerability);
  read_scores(run, result, rule, vulnerability);
  read_severity(run, result, rule, vulnerability);
  read_status(result, kind, vulnerability);
  vulnerability.first_seen = parse_date(text_at(result, {"provenance", "firstDetectionTimeUtc"}));
  vulnerability.last_seen = parse_date(text_at(result, {"provenance", "lastDetectionTimeUtc"}));
  IdentityParts identity = identity_of(run, result, vulnerability);
  std::string spot = spot_of(result, vulnerability);
  builder.add(std::move(vulnerability), identity, spot);
  return {};
}

void read_notifications(const Json& invocation, std::string_view key, const Run& run, ReportBuilder& builder) {
  const Json* notifications = find_member(invocation, key);
  if (!notifications || !notifications->is_array()) return;
  for (const Json& notification : *notifications)
    if (text_of(notification, "level") == "error")
      builder.add_incomplete(
          fmt::format("{} reports an error: {}", run.tool, text_at(notification, {"message", "text"})));
}

// True when the run says that it is complete: it has invocations, and nothing failed.
Result<bool> read_invocations(const Run& run, ReportBuilder& builder) {
  SLUICE_TRY(std::vector<const Json*> invocations, objects_of(run.json, "invocations", run.place));
  for (const Json* invocation : invocations) {
    const Json* successful = find_member(*invocation, "executionSuccessful");
    if (!successful || !successful->is_boolean())
      builder.add_incomplete(fmt::format("an invocation of {} does not say `executionSuccessful`", run.tool));
    else if (!successful->get<bool>())
      builder.add_incomplete(fmt::format("an invocation of {} was not successful", run.tool));
    read_notifications(*invocation, "toolExecutionNotifications", run, builder);
    read_notifications(*invocation, "toolConfigurationNotifications", run, builder);
    std::string start = text_of(*invocation, "startTimeUtc"), end = text_of(*invocation, "endTimeUtc");
    builder.scanned_from(parse_date(start), start);
    builder.scanned_until(parse_date(end), end);
  }
  return !invocations.empty() && builder.report().completeness != Completeness::Incomplete;
}

void read_targets(const Run& run, ReportBuilder& builder) {
  const Json* provenance = find_member(run.json, "versionControlProvenance");
  if (!provenance || !provenance->is_array()) return;
  for (const Json& entry : *provenance) {
    std::string revision = text_of(entry, "revisionId");
    builder.add_target(text_of(entry, "repositoryUri") + (revision.empty() ? "" : "@" + revision));
  }
}

// True when the run says that it is complete.
Result<bool> import_run(const Run& run, ReportBuilder& builder) {
  if (const Json* external = find_path(run.json, {"externalPropertyFileReferences", "results"});
      external && !external->empty())
    return fail_at(run.place, "import-external-results", "the results are in other files; inline them");
  SLUICE_TRY(bool says_complete, read_invocations(run, builder));
  read_targets(run, builder);
  if (!find_member(run.json, "results"))
    builder.add_incomplete(fmt::format("the run of {} has no `results`", run.tool));
  SLUICE_CHECK(for_each_object(run.json, "results", run.place, [&](const Json& result, const JsonPlace& place) {
    return import_result(run, result, place, builder);
  }));
  return says_complete;
}

// All tools of the file by name, and their versions beside them.
void name_tools(const std::vector<Run>& runs, ImportedReport& report) {
  std::vector<std::string> names, versions;
  std::set<std::string> seen;
  for (const Run& run : runs) {
    if (!seen.insert(run.tool).second) continue;
    names.push_back(run.tool);
    if (!run.tool_version.empty()) versions.push_back(run.tool_version);
  }
  report.tool = fmt::format("{}", fmt::join(names, ", "));
  report.tool_version = fmt::format("{}", fmt::join(versions, ", "));
}

Result<std::vector<Run>> runs_of(const Json& root, const JsonPlace& place) {
  SLUICE_TRY(std::vector<const Json*> objects, objects_of(root, "runs", place));
  if (objects.empty())
    return fail_at(place / "runs", "import-no-run", "the log has no run: no tool has reported anything");
  std::vector<Run> runs;
  for (std::size_t index = 0; index < objects.size(); ++index) {
    JsonPlace run_place = place / "runs" / index;
    const Json* driver = find_path(*objects[index], {"tool", "driver"});
    if (!driver || text_of(*driver, "name").empty())
      return fail_at(run_place / "tool", "import-missing-member", "expected `driver` with a `name`");
    runs.emplace_back(*objects[index], std::move(run_place));
  }
  return runs;
}

class SarifImporter : public Importer {
 public:
  std::string_view name() const override { return "sarif"; }

  bool recognizes(const ReportDocument& document) const override {
    const Json& root = document.json();
    return root.is_object() && root.contains("runs") && root.contains("version");
  }

  Result<ImportedReport> import(const ReportDocument& document, Keep keep) const override {
    const Json& root = document.json();
    JsonPlace place = JsonPlace::root_of(document);
    if (text_of(root, "version") != "2.1.0")
      return fail_at(place / "version", "import-version",
                     fmt::format("SARIF `{}` is not read; expected 2.1.0", text_of(root, "version")));
    SLUICE_TRY(std::vector<Run> runs, runs_of(root, place));
    ReportBuilder builder(name(), document.file(), keep);
    bool all_say_complete = true;
    for (const Run& run : runs) {
      SLUICE_TRY(bool says_complete, import_run(run, builder));
      all_say_complete = all_say_complete && says_complete;
    }
    if (all_say_complete) builder.report().completeness = Completeness::Complete;
    name_tools(runs, builder.report());
    return std::move(builder).finish();
  }
};

}  // namespace

std::unique_ptr<const Importer> make_sarif_importer() { return std::make_unique<SarifImporter>(); }

}  // namespace sluice::gate
