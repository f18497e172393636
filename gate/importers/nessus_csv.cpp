// The CSV exports of Tenable's products. They agree on little:
//  - Nessus and Tenable Vulnerability Management begin with "Plugin ID", and have a
//    row for each CVE of a finding: such rows are one vulnerability;
//  - Tenable Security Center begins with "Plugin", has all CVEs in one field, and the
//    dates of first and last detection.
// Vectors have no prefix. A 3.x one is read as 3.0, as the XML has it: base scores of
// 3.0 and 3.1 are equal.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/csv.h"
#include "gate/importers/nessus.h"

namespace sluice::gate::nessus {
namespace {

struct ScoreColumns {
  // A value has different column names; the first that the table has counts.
  std::vector<std::string_view> vector;
  std::vector<std::string_view> number;
  CvssVersion version;
};

void read_scores(const CsvTable& row, Item& item) {
  const ScoreColumns kColumns[] = {{{"CVSS V4 Vector", "CVSS4 Vector"},
                                    {"CVSS V4 Base Score", "CVSS4 Base Score", "CVSS v4.0 Base Score"},
                                    CvssVersion::V4_0},
                                   {{"CVSS V3 Vector", "CVSS3 Vector"},
                                    {"CVSS V3 Base Score", "CVSS3 Base Score", "CVSS v3.0 Base Score"},
                                    CvssVersion::V3_0},
                                   {{"CVSS V2 Vector", "CVSS Vector"},
                                    {"CVSS V2 Base Score", "CVSS Base Score", "CVSS v2.0 Base Score", "CVSS"},
                                    CvssVersion::V2_0}};
  for (const ScoreColumns& columns : kColumns) {
    std::string vector = row.first_of(columns.vector), number = row.first_of(columns.number);
    if (!vector.empty() || !number.empty()) item.scores.push_back({"nessus", vector, number, columns.version});
  }
}

// Somebody accepted the risk in the scanner's own console.
void read_status(const CsvTable& row, Item& item) {
  std::string comment = row.first_of({"Accept Risk Comment"});
  if (comment.empty() && row.first_of({"Modification"}) != "ACCEPTED") return;
  item.status = VulnerabilityStatus::Suppressed;
  item.claim = SuppressionClaim::AcceptedRisk;
  item.status_reason = comment.empty() ? "accepted in the scanner's console" : comment;
}

void import_row(const CsvTable& row, ReportBuilder& builder) {
  if (to_lower(row.first_of({"Vulnerability State"})) == "fixed") return builder.leave_out("fixed");
  Item item;
  item.plugin_id = row.first_of({"Plugin ID", "Plugin"});
  item.plugin_name = row.first_of({"Name", "Plugin Name"});
  item.ip = row.first_of({"IP Address"});
  item.fqdn = row.first_of({"FQDN", "DNS Name"});
  item.host = row.first_of({"Host", "IP Address"});
  if (item.host.empty()) item.host = item.fqdn;
  item.port = row.first_of({"Port"});
  item.protocol = row.first_of({"Protocol"});
  item.severity = row.first_of({"Risk", "Severity"});
  item.risk_factor = row.first_of({"Risk Factor"});
  read_scores(row, item);
  item.id_texts = {row.first_of({"CVE"}), row.first_of({"XREF", "Cross References"})};
  item.synopsis = row.first_of({"Synopsis"});
  item.description = row.first_of({"Description"});
  item.solution = row.first_of({"Solution", "Steps to Remediate"});
  item.output = row.first_of({"Plugin Output", "Plugin Text"});
  item.first_seen = day_of(row.first_of({"First Found", "First Discovered"}));
  item.last_seen = day_of(row.first_of({"Last Found", "Last Observed"}));
  read_status(row, item);
  builder.add_target(item.host);
  add_item(std::move(item), builder);
}

}  // namespace

bool is_csv(std::string_view text) {
  std::vector<std::string> header = csv_header(text);
  auto has = [&](std::string_view name) { return std::ranges::find(header, name) != header.end(); };
  bool scanner = has("Plugin ID") && has("Risk") && has("Host");
  bool security_center = has("Plugin") && has("Plugin Name") && has("Severity") && has("IP Address");
  return (scanner || security_center) && has("Protocol") && has("Port");
}

Result<void> import_csv(const std::string& file, std::string_view text, ReportBuilder& builder) {
  SLUICE_TRY(CsvTable row, CsvTable::open(file, text));
  for (;;) {
    SLUICE_TRY(bool there_is_one, row.next());
    if (!there_is_one) break;
    if (row.first_of({"Plugin ID", "Plugin"}).empty())
      return fail(row.place(), "import-missing-member", "the row has no plugin id");
    if (row.first_of({"Host", "IP Address"}).empty() && row.first_of({"FQDN", "DNS Name"}).empty())
      return fail(row.place(), "import-missing-member", "the row names no host");
    import_row(row, builder);
  }
  if (builder.report().targets.empty())
    builder.add_incomplete("the table has no rows: nothing tells that a host was scanned");
  return {};
}

}  // namespace sluice::gate::nessus
