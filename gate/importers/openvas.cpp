// OpenVAS and Greenbone: the XML report (bare, in its wrapper, or in a GMP response) and the CSV
// report. Source: Greenbone, "GMP Reference"; a result's severity is the test's base score.
//
// Severity 0 is a log message, -1 (a false positive by the scanner's own override) stays as suppressed, -2 is
// a debug message and -3 an error of the scan. A report that is not `Done`, has no end or errors
// is not complete. Filters of the export hide results: they are told among the facts.
// Identity: test (OID), host, port.
#include <algorithm>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/csv.h"
#include "gate/importers/xml_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

struct Item {
  std::string oid, name, host, ip, port;  // port: "443/tcp", "general/tcp"
  std::string severity, threat;
  std::vector<StatedScore> scores;
  std::vector<std::string> id_texts;
  std::string summary, description, solution, quality;
  std::optional<Date> seen;
};

void add_item(Item item, ReportBuilder& builder) {
  if (item.severity.starts_with("-3")) {
    builder.add_incomplete(
        fmt::format("{}: error of the test {}: {}", item.host, item.name, item.description.substr(0, 200)));
    return builder.leave_out("scan-error");
  }
  if (item.severity.starts_with("-2")) return builder.leave_out("debug-message");
  Vulnerability vulnerability;
  vulnerability.ids.rule = item.oid;
  for (const std::string& text : item.id_texts) add_ids(vulnerability.ids, text);
  for (const StatedScore& score : item.scores) add_rating(vulnerability, score);
  vulnerability.tool_severity = item.threat.empty() ? item.severity : item.threat;
  bool log = to_lower(item.threat) == "log" || (item.threat.empty() && parse_score(item.severity) == Score{0});
  vulnerability.severity = log ? SeverityWord::Info : severity_word_of(item.threat);
  if (item.severity.starts_with("-1") || to_lower(item.threat) == "false positive") {
    vulnerability.status = VulnerabilityStatus::Suppressed;
    vulnerability.claim = SuppressionClaim::FalsePositive;
    vulnerability.status_reason = "a false positive by an override in the scanner";
  }
  vulnerability.title = item.name;
  vulnerability.description = item.summary;
  vulnerability.remediation = item.solution;
  add_evidence(vulnerability, item.description);
  if (!item.quality.empty()) add_evidence(vulnerability, fmt::format("quality of detection: {} %", item.quality));
  Asset& asset = vulnerability.asset;
  if (is_address(item.host)) asset.ip = item.host;
  if (!is_address(item.host)) asset.host = to_lower(item.host);
  if (!item.ip.empty()) asset.ip = item.ip;
  auto slash = item.port.find('/');
  asset.port = port_of(item.port.substr(0, slash));
  if (slash != std::string::npos) asset.protocol = to_lower(item.port.substr(slash + 1));
  vulnerability.last_seen = item.seen;
  builder.add_target(item.host);
  IdentityParts identity = {{"scheme", "openvas/1"},
                            {"test", item.oid},
                            {"host", to_lower(item.ip.empty() ? item.host : item.ip)},
                            {"port", item.port}};
  builder.add_finding(std::move(vulnerability), identity);
}

// "summary=..|cvss_base_vector=AV:N/..|solution=..": how the older format has its texts.
std::string tag_of(const std::string& tags, std::string_view name) {
  for (std::string_view tag : split(tags, '|'))
    if (tag.starts_with(name) && tag.substr(name.size()).starts_with('='))
      return std::string(trim(tag.substr(name.size() + 1)));
  return {};
}

void read_scores(const pugi::xml_node& nvt, const std::string& tags, const std::string& severity, Item& item) {
  for (const pugi::xml_node& score : nvt.child("severities").children("severity"))
    item.scores.push_back({"openvas", child_text(score, "value"), {}, {}});
  std::string vector = tag_of(tags, "cvss_base_vector"), base = child_text(nvt, "cvss_base");
  if (item.scores.empty() && !vector.empty()) item.scores.push_back({"openvas", vector, base, {}});
  if (item.scores.empty()) item.scores.push_back({"openvas", {}, base.empty() ? severity : base, {}});
}

Result<void> import_result(const ReportDocument& document, const pugi::xml_node& node, std::size_t offset,
                           ReportBuilder& builder) {
  pugi::xml_node nvt = node.child("nvt");
  Item item;
  item.oid = attribute(nvt, "oid");
  if (item.oid.empty())
    return fail_at(document, offset, "import-missing-member", "`result` has no `nvt` with an `oid`");
  item.name = child_text(nvt, "name").empty() ? child_text(node, "name") : child_text(nvt, "name");
  pugi::xml_node host = node.child("host");
  item.ip = own_text(host);
  item.host = child_text(host, "hostname").empty() ? item.ip : child_text(host, "hostname");
  if (item.host.empty()) return fail_at(document, offset, "import-missing-member", "`result` has no `host`");
  item.port = child_text(node, "port");
  item.severity = child_text(node, "severity");
  item.threat = child_text(node, "threat");
  std::string tags = child_text(nvt, "tags");
  read_scores(nvt, tags, item.severity, item);
  for (const pugi::xml_node& reference : nvt.child("refs").children("ref"))
    item.id_texts.push_back(attribute(reference, "id"));
  for (const char* old : {"cve", "xref"}) item.id_texts.push_back(child_text(nvt, old));
  item.summary = tag_of(tags, "summary");
  item.solution = child_text(nvt, "solution").empty() ? tag_of(tags, "solution") : child_text(nvt, "solution");
  item.description = child_text(node, "description");
  item.quality = child_text(node.child("qod"), "value");
  item.seen = day_of(child_text(node, "creation_time"));
  add_item(std::move(item), builder);
  return {};
}

// The element that has the results: the root, or what a wrapper or a response has in it.
pugi::xml_node inner_report(const ReportDocument& document) {
  pugi::xml_node report = document.xml_root();
  if (std::string_view(report.name()) == "get_reports_response") report = report.child("report");
  return report.child("report") ? report.child("report") : report;
}

void read_state(const pugi::xml_node& report, ReportBuilder& builder) {
  std::string status = child_text(report, "scan_run_status"), start = child_text(report, "scan_start"),
              end = child_text(report, "scan_end");
  builder.scanned_from(day_of(start), start);
  builder.scanned_until(day_of(end), end);
  if (status == "Done" && !end.empty()) builder.report().completeness = Completeness::Complete;
  if (!status.empty() && status != "Done") builder.add_incomplete("the scan is not done: " + status);
  if (end.empty()) builder.add_incomplete("the report does not say when the scan ended");
  for (const pugi::xml_node& error : report.child("errors").children("error"))
    builder.add_incomplete(fmt::format("{}: {}", child_text(error, "host"), child_text(error, "description")));
  if (std::string filter = child_text(report.child("filters"), "term"); !filter.empty())
    builder.report().facts["filter"] = filter;
}

// A page has the results from `start` on, `max` at most; the counts say how many there are.
void check_page(const pugi::xml_node& report, std::size_t results, ReportBuilder& builder) {
  if (std::string start = attribute(report.child("results"), "start"); !start.empty() && start != "1")
    builder.add_incomplete(fmt::format("this is a page of the report: it begins at result {}", start));
  pugi::xml_node counts = report.child("result_count");
  std::string filtered = child_text(counts, "filtered");
  if (auto expected = filtered.empty() ? std::nullopt : parse_count(filtered); expected && *expected > results)
    builder.add_incomplete(fmt::format("the report has {} of {} results", results, *expected));
}

Result<void> import_xml(const ReportDocument& document, ReportBuilder& builder) {
  pugi::xml_node report = inner_report(document);
  read_state(report, builder);
  std::size_t count = 0;
  SLUICE_CHECK(
      document.for_each_element(report.child("results"), "result", [&](const pugi::xml_node& node, std::size_t offset) {
        ++count;
        return import_result(document, node, offset, builder);
      }));
  check_page(report, count, builder);
  for (const pugi::xml_node& host : report.children("host")) builder.add_target(child_text(host, "ip"));
  if (builder.report().targets.empty()) builder.add_incomplete("the report has no hosts: nothing was scanned");
  return {};
}

Result<void> import_csv(const ReportDocument& document, ReportBuilder& builder) {
  SLUICE_TRY(CsvTable row, CsvTable::open(document.file(), document.text()));
  for (;;) {
    SLUICE_TRY(bool there_is_one, row.next());
    if (!there_is_one) break;
    Item item;
    item.oid = row.first_of({"NVT OID"});
    if (item.oid.empty()) return fail(row.place(), "import-missing-member", "the row has no `NVT OID`");
    item.name = row.first_of({"NVT Name"});
    item.ip = row.first_of({"IP"});
    item.host = row.first_of({"Hostname"}).empty() ? item.ip : row.first_of({"Hostname"});
    if (item.host.empty()) return fail(row.place(), "import-missing-member", "the row names no host");
    item.port = row.first_of({"Port"}) + "/" + row.first_of({"Port Protocol"});
    item.severity = row.first_of({"CVSS"});
    item.threat = row.first_of({"Severity"});
    item.scores = {{"openvas", {}, item.severity, {}}};
    item.id_texts = {row.first_of({"CVEs"}), row.first_of({"Other References"})};
    item.summary = row.first_of({"Summary"});
    item.solution = row.first_of({"Solution"});
    item.description = row.first_of({"Specific Result"});
    item.quality = row.first_of({"QoD"});
    item.seen = day_of(row.first_of({"Timestamp"}));
    add_item(std::move(item), builder);
  }
  if (builder.report().targets.empty())
    builder.add_incomplete("the table has no rows: nothing tells that a host was scanned");
  return {};
}

bool recognizes(const ReportDocument& document) {
  if (document.form() == ReportDocument::Form::AsXml) {
    pugi::xml_node report = inner_report(document);
    return std::string_view(report.name()) == "report" && report.child("results") &&
           (report.child("scan_run_status") || report.child("scan_start"));
  }
  if (document.form() != ReportDocument::Form::AsText) return false;
  std::vector<std::string> header = csv_header(document.text());
  auto has = [&](std::string_view name) { return std::ranges::find(header, name) != header.end(); };
  return has("NVT OID") && has("NVT Name") && has("IP") && has("CVSS");
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  builder.report().tool = "OpenVAS";
  return document.form() == ReportDocument::Form::AsXml ? import_xml(document, builder) : import_csv(document, builder);
}

}  // namespace

std::unique_ptr<const Importer> make_openvas_importer() { return importer_of("openvas", recognizes, import); }

}  // namespace sluice::gate
