// Sluice's own format for tools that no importer knows, as CSV or JSON: docs/importers.md has the table of
// fields. A field that is not in the table is refused, so that a slip of the pen loses nothing.
//
// Identity: the given `id`; else rule (else CVE, else title), asset, component and place.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/csv.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

// Names are compared in lower case without blanks, dashes and underscores; the first of a field is its own.
struct Field {
  std::string_view field;
  std::vector<std::string_view> names;
};

const std::vector<Field>& fields() {
  static const std::vector<Field> kFields = {
      {"id", {"id", "uniqueid", "uniqueidfromtool"}},
      {"rule", {"rule", "ruleid", "vulnidfromtool", "plugin"}},
      {"title", {"title", "name"}},
      {"description", {"description"}},
      {"severity", {"severity"}},
      {"cve", {"cve", "cves", "vulnerabilityid", "vulnerabilityids", "aliases"}},
      {"cwe", {"cwe", "cwes", "cweid"}},
      {"cvss", {"cvss", "cvssvector", "cvssv2", "cvssv3", "cvssv4"}},
      {"score", {"score", "cvssscore", "cvssv3score", "cvssv4score"}},
      {"host", {"host", "hostname"}},
      {"ip", {"ip", "ipaddress"}},
      {"port", {"port"}},
      {"protocol", {"protocol"}},
      {"url", {"url", "endpoint", "endpoints"}},
      {"image", {"image"}},
      {"asset", {"asset", "assetid"}},
      {"component", {"component", "componentname"}},
      {"version", {"version", "componentversion"}},
      {"purl", {"purl"}},
      {"fixedversion", {"fixedversion", "fixversion"}},
      {"file", {"file", "filepath"}},
      {"line", {"line"}},
      {"remediation", {"remediation", "mitigation"}},
      {"evidence", {"evidence", "impact", "references", "stepstoreproduce", "tags"}},
      {"firstseen", {"firstseen", "date"}},
      {"lastseen", {"lastseen"}},
      {"published", {"published"}},
      {"status", {"status"}},
      {"statusreason", {"statusreason"}},
      {"exploited", {"exploited", "knownexploited"}},
      {"epss", {"epss", "epssscore"}},
      // What other exports say of a status, each with true or false.
      {"active", {"active"}},
      {"verified", {"verified"}},
      {"falsepositive", {"falsepositive"}},
      {"duplicate", {"duplicate"}},
      {"riskaccepted", {"riskaccepted"}},
      {"mitigated", {"ismitigated"}},
      {"mitigateddate", {"mitigateddate", "mitigated"}},
  };
  return kFields;
}

std::string plain_name(std::string_view name) {
  std::string plain = to_lower(name);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  return plain;
}

std::string_view field_of(std::string_view name) {
  std::string plain = plain_name(name);
  for (const Field& field : fields())
    if (std::ranges::find(field.names, plain) != field.names.end()) return field.field;
  return {};
}

std::string unknown_field(std::string_view name) {
  std::vector<std::string_view> known;
  for (const Field& field : fields()) known.push_back(field.names.front());
  std::string message = fmt::format("unknown field `{}`", name);
  if (auto meant = nearest(plain_name(name), known)) message += fmt::format("; did you mean `{}`?", *meant);
  return message + "; docs/importers.md lists the fields";
}

// One row or object: texts by field, in the order of the file.
using Values = std::map<std::string_view, std::vector<std::string>>;

std::string first(const Values& values, std::string_view field) {
  auto found = values.find(field);
  return found == values.end() || found->second.empty() ? std::string() : found->second.front();
}

std::vector<std::string> all(const Values& values, std::string_view field) {
  auto found = values.find(field);
  return found == values.end() ? std::vector<std::string>() : found->second;
}

bool is_true(const Values& values, std::string_view field) { return to_lower(first(values, field)) == "true"; }

// "28/02/2021" can only be the 28th; "03/04/2021" is two days.
std::optional<Date> unmistakable_day(std::string_view text) {
  if (auto day = day_of(text)) return day;
  std::vector<std::string_view> parts = split(text, '/');
  if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
  auto one = parse_count(parts[0]), two = parse_count(parts[1]);
  if (!one || !two || (*one <= 12 && *two <= 12 && *one != *two)) return std::nullopt;
  return parse_date(fmt::format("{}-{:02}-{:02}", parts[2], std::min(*one, *two), std::max(*one, *two)));
}

// Why a value is wrong; empty when all are right.
std::string read_days(const Values& values, Vulnerability& vulnerability) {
  struct Day {
    std::string_view field;
    std::optional<Date>* day;
  };
  for (const auto& [field, day] :
       {Day{"firstseen", &vulnerability.first_seen}, Day{"lastseen", &vulnerability.last_seen},
        Day{"published", &vulnerability.published}}) {
    std::string text = first(values, field);
    if (text.empty()) continue;
    *day = unmistakable_day(text);
    if (!*day)
      return fmt::format("`{}` is not a day that can be read one way only; expected the form 2024-02-29", text);
  }
  return {};
}

std::string read_status(const Values& values, Vulnerability& vulnerability) {
  struct Status {
    std::string_view word;
    VulnerabilityStatus status;
    SuppressionClaim claim;
  };
  constexpr VulnerabilityStatus kSuppressed = VulnerabilityStatus::Suppressed;
  constexpr Status kStatuses[] = {{"", VulnerabilityStatus::Open, SuppressionClaim::None},
                                  {"open", VulnerabilityStatus::Open, SuppressionClaim::None},
                                  {"needs-review", VulnerabilityStatus::NeedsReview, SuppressionClaim::None},
                                  {"false-positive", kSuppressed, SuppressionClaim::FalsePositive},
                                  {"not-affected", kSuppressed, SuppressionClaim::NotAffected},
                                  {"fixed", kSuppressed, SuppressionClaim::Fixed},
                                  {"accepted-risk", kSuppressed, SuppressionClaim::AcceptedRisk}};
  std::string word = to_lower(first(values, "status"));
  if (is_true(values, "falsepositive")) word = "false-positive";
  if (is_true(values, "riskaccepted")) word = "accepted-risk";
  auto found = std::ranges::find(kStatuses, word, &Status::word);
  if (found == std::end(kStatuses))
    return fmt::format(
        "status `{}`; expected one of: open, needs-review, false-positive, not-affected, fixed, accepted-risk", word);
  vulnerability.status = found->status;
  vulnerability.claim = found->claim;
  vulnerability.status_reason = first(values, "statusreason");
  if (vulnerability.status == kSuppressed && vulnerability.status_reason.empty())
    vulnerability.status_reason = word + ", no reason given";
  return {};
}

std::string read_scores(const Values& values, Vulnerability& vulnerability) {
  for (const std::string& vector : all(values, "cvss"))
    if (!score_cvss(vector)) return fmt::format("`{}` is not a CVSS vector", vector);
  for (const std::string& number : all(values, "score"))
    if (!parse_score(number)) return fmt::format("`{}` is not a score from 0 to 10", number);
  for (const std::string& vector : all(values, "cvss")) add_rating(vulnerability, {"generic", vector, {}, {}});
  for (const std::string& number : all(values, "score"))
    if (vulnerability.ratings.empty()) add_rating(vulnerability, {"generic", {}, number, {}});
  return {};
}

void read_asset(const Values& values, Vulnerability& vulnerability) {
  if (std::string url = first(values, "url"); !url.empty()) vulnerability.asset = asset_of_url(url);
  Asset& asset = vulnerability.asset;
  std::vector<std::string> urls = all(values, "url");
  for (std::size_t index = 1; index < urls.size(); ++index) add_evidence(vulnerability, "also at " + urls[index]);
  if (std::string host = first(values, "host"); !host.empty()) asset.host = to_lower(host);
  if (std::string ip = first(values, "ip"); !ip.empty()) asset.ip = ip;
  if (auto port = port_of(first(values, "port"))) asset.port = port;
  if (std::string protocol = first(values, "protocol"); !protocol.empty()) asset.protocol = to_lower(protocol);
  asset.image = first(values, "image");
  asset.id = first(values, "asset");
}

void read_ids(const Values& values, VulnerabilityIds& ids) {
  for (const std::string& id : all(values, "cve")) {
    auto before = ids.cve.size() + ids.ghsa.size();
    add_ids(ids, id);
    if (ids.cve.size() + ids.ghsa.size() == before) ids.other.push_back(id);
  }
  for (const std::string& id : all(values, "cwe")) add_ids(ids, to_lower(id).starts_with("cwe") ? id : "CWE-" + id);
  ids.rule = first(values, "rule");
}

IdentityParts identity_of(const Values& values, const Vulnerability& vulnerability) {
  IdentityParts identity = {{"scheme", "generic/1"}, {"tool", vulnerability.tool}};
  if (std::string id = first(values, "id"); !id.empty()) {
    identity.emplace_back("id", id);
    return identity;
  }
  const Asset& asset = vulnerability.asset;
  const Component& component = vulnerability.component;
  identity.insert(identity.end(),
                  {{"rule", vulnerability.ids.rule},
                   {"asset", asset.id},
                   {"host", asset.host.empty() ? asset.ip : asset.host},
                   {"port", asset.port ? std::to_string(*asset.port) : std::string()},
                   {"image", image_without_version(asset.image)},
                   {"url", stable_url(asset.url)},
                   {"component", component.purl.empty() ? component.name : purl_without_version(component.purl)},
                   {"file", vulnerability.location.file}});
  return identity;
}

// Adds one; why it cannot be, or nothing.
std::string add_values(const Values& values, const std::string& tool, ReportBuilder& builder) {
  Vulnerability vulnerability;
  vulnerability.tool = tool;
  read_ids(values, vulnerability.ids);
  vulnerability.title = first(values, "title");
  if (vulnerability.ids.rule.empty() && !vulnerability.ids.cve.empty())
    vulnerability.ids.rule = vulnerability.ids.cve.front();
  if (vulnerability.ids.rule.empty() && !vulnerability.ids.ghsa.empty())
    vulnerability.ids.rule = vulnerability.ids.ghsa.front();
  if (vulnerability.ids.rule.empty()) vulnerability.ids.rule = vulnerability.title;
  if (vulnerability.ids.rule.empty()) return "expected one of `rule`, `cve` and `title`";
  vulnerability.description = first(values, "description");
  vulnerability.remediation = first(values, "remediation");
  vulnerability.tool_severity = first(values, "severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  bool knows_word = vulnerability.tool_severity.empty() || vulnerability.severity != SeverityWord::Unknown ||
                    to_lower(vulnerability.tool_severity) == "unknown";
  if (!knows_word)
    return fmt::format("severity `{}`; expected one of: critical, high, medium, low, info, unknown",
                       vulnerability.tool_severity);
  for (const auto& read : {read_scores, read_status, read_days})
    if (std::string wrong = read(values, vulnerability); !wrong.empty()) return wrong;
  read_asset(values, vulnerability);
  vulnerability.component = {
      first(values, "component"), all(values, "version"), first(values, "purl"), {}, first(values, "fixedversion")};
  vulnerability.location = {plain_path(first(values, "file")),
                            static_cast<std::uint32_t>(parse_count(first(values, "line")).value_or(0))};
  for (const std::string& text : all(values, "evidence")) add_evidence(vulnerability, text);
  vulnerability.known_exploited = is_true(values, "exploited");
  vulnerability.epss = probability_of(first(values, "epss"));
  advise_update(vulnerability);
  for (const auto& [field, reason] : {std::pair("mitigated", "mitigated"), std::pair("duplicate", "duplicate")})
    if (is_true(values, field)) {
      builder.leave_out(reason);
      return {};
    }
  IdentityParts identity = identity_of(values, vulnerability);
  std::string spot =
      first(values, "id").empty() ? fmt::format("{}:{}", first(values, "line"), vulnerability.title) : std::string();
  builder.add(std::move(vulnerability), identity, spot);
  return {};
}

// A value may be text, a number, an array of those, or an object that names a place.
void take_value(const Json& value, std::vector<std::string>& texts) {
  if (value.is_array()) {
    for (const Json& one : value) take_value(one, texts);
  } else if (value.is_object()) {
    std::string host = text_of(value, "host"), port = text_of(value, "port"), path = text_of(value, "path");
    std::string scheme = text_of(value, "protocol");
    texts.push_back((scheme.empty() ? "" : scheme + "://") + host + (port.empty() ? "" : ":" + port) + path);
  } else if (std::string text = text_of(&value); !text.empty()) {
    texts.push_back(std::move(text));
  }
}

Result<void> import_object(const Json& json, const JsonPlace& place, const std::string& tool, ReportBuilder& builder) {
  Values values;
  for (const auto& [name, value] : json.items()) {
    std::string_view field = field_of(name);
    if (field.empty()) return fail_at(place / name, "import-unknown-field", unknown_field(name));
    take_value(value, values[field]);
  }
  if (std::string wrong = add_values(values, tool, builder); !wrong.empty())
    return fail_at(place, "import-wrong-value", wrong);
  return {};
}

constexpr std::string_view kEnvelope[] = {"sluice-findings", "tool",     "tool_version", "targets", "complete",
                                          "scan_start",      "scan_end", "findings",     "name",    "type"};

Result<void> import_json(const ReportDocument& document, ReportBuilder& builder) {
  const Json& root = document.json();
  JsonPlace place = JsonPlace::root_of(document);
  for (const auto& [name, value] : root.items())
    if (std::ranges::find(kEnvelope, name) == std::end(kEnvelope))
      return fail_at(place / name, "import-unknown-field",
                     fmt::format("unknown field `{}`; docs/importers.md lists the fields", name));
  ImportedReport& report = builder.report();
  if (std::string tool = text_of(root, "tool"); !tool.empty()) report.tool = tool;
  report.tool_version = text_of(root, "tool_version");
  for (const std::string& target : texts_of(root, "targets")) builder.add_target(target);
  builder.scanned_from(day_of(text_of(root, "scan_start")), text_of(root, "scan_start"));
  builder.scanned_until(day_of(text_of(root, "scan_end")), text_of(root, "scan_end"));
  if (const Json* complete = find_member(root, "complete")) {
    if (!complete->is_boolean()) return fail_at(place / "complete", "import-wrong-type", "expected true or false");
    report.completeness = Completeness::Complete;
    if (!complete->get<bool>()) builder.add_incomplete("the report says that the scan is not complete");
  }
  return for_each_object(root, "findings", place, [&](const Json& json, const JsonPlace& json_place) {
    return import_object(json, json_place, report.tool, builder);
  });
}

Result<void> import_csv(const ReportDocument& document, ReportBuilder& builder) {
  SLUICE_TRY(CsvTable row, CsvTable::open(document.file(), document.text()));
  for (const auto& [name, index] : row.columns())
    if (field_of(name).empty()) return fail({document.file(), 1, 0}, "import-unknown-field", unknown_field(name));
  for (;;) {
    SLUICE_TRY(bool there_is_one, row.next());
    if (!there_is_one) break;
    Values values;
    for (const auto& [name, index] : row.columns())
      if (std::string_view text = trim(row.at(name)); !text.empty()) values[field_of(name)].emplace_back(text);
    if (std::string wrong = add_values(values, builder.report().tool, builder); !wrong.empty())
      return fail(row.place(), "import-wrong-value", wrong);
  }
  if (builder.report().items == 0) builder.add_incomplete("the table has no rows: nothing tells that a scan was made");
  return {};
}

// Two columns that no other tool's table has together, and no column that only others have.
bool is_csv(std::string_view text) {
  std::vector<std::string> header = csv_header(text);
  std::set<std::string_view> known;
  for (const std::string& name : header) known.insert(field_of(name));
  return header.size() >= 2 && known.contains("title") && known.contains("severity") && !known.contains("");
}

bool is_finding(const Json& json) {
  return json.is_object() && json.contains("title") && json.contains("severity") && !json.contains("findingArn");
}

bool recognizes(const ReportDocument& document) {
  if (document.form() == ReportDocument::Form::AsText) return is_csv(document.text());
  const Json& root = document.json();
  if (!root.is_object() || !root.contains("findings")) return false;
  return root.contains("sluice-findings") || is_finding(document.first_item("/findings"));
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  builder.report().tool = "generic";
  return document.form() == ReportDocument::Form::AsText ? import_csv(document, builder)
                                                         : import_json(document, builder);
}

}  // namespace

std::unique_ptr<const Importer> make_generic_importer() { return importer_of("generic", recognizes, import); }

}  // namespace sluice::gate
