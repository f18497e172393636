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
#include "gate/importers/csv.h"
#include "gate/importers/nessus.h"

namespace sluice::gate::nessus {
namespace {

// A value has different column names; the first that the table has counts.
using Names = std::vector<std::string_view>;

class Row {
 public:
  Row(const CsvTable& table, std::size_t index) : table_(table), index_(index) {}

  std::string operator[](const Names& names) const {
    for (std::string_view name : names)
      if (table_.has(name)) return std::string(trim(table_.at(index_, name)));
    return {};
  }

 private:
  const CsvTable& table_;
  std::size_t index_;
};

// "Feb 9, 2024 10:48:42 UTC": the day as printed, whatever the zone.
std::optional<Date> parse_us_day(std::string_view text) {
  std::vector<std::string_view> words = split(text, ' ');
  if (words.size() < 3 || !words[1].ends_with(',')) return std::nullopt;
  return parse_day(words[2], words[0], words[1].substr(0, words[1].size() - 1));
}

std::optional<Date> day_of(const std::string& text) {
  auto day = parse_date(text);
  return day ? day : parse_us_day(text);
}

struct ScoreColumns {
  Names vector;
  Names number;
  CvssVersion version;
};

void read_scores(const Row& row, Item& item) {
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
    std::string vector = row[columns.vector], number = row[columns.number];
    if (!vector.empty() || !number.empty()) item.scores.push_back({"nessus", vector, number, columns.version});
  }
}

// Somebody accepted the risk in the scanner's own console.
void read_status(const Row& row, Item& item) {
  std::string comment = row[{"Accept Risk Comment"}];
  if (comment.empty() && row[{"Modification"}] != "ACCEPTED") return;
  item.status = VulnerabilityStatus::Suppressed;
  item.status_reason = comment.empty() ? "accepted in the scanner's console" : comment;
}

void import_row(const Row& row, ReportBuilder& builder) {
  if (to_lower(row[{"Vulnerability State"}]) == "fixed") return builder.leave_out("fixed");
  Item item;
  item.plugin_id = row[{"Plugin ID", "Plugin"}];
  item.plugin_name = row[{"Name", "Plugin Name"}];
  item.ip = row[{"IP Address"}];
  item.fqdn = row[{"FQDN", "DNS Name"}];
  item.host = row[{"Host", "IP Address"}];
  if (item.host.empty()) item.host = item.fqdn;
  item.port = row[{"Port"}];
  item.protocol = row[{"Protocol"}];
  item.severity = row[{"Risk", "Severity"}];
  item.risk_factor = row[{"Risk Factor"}];
  read_scores(row, item);
  item.id_texts = {row[{"CVE"}], row[{"XREF", "Cross References"}]};
  item.synopsis = row[{"Synopsis"}];
  item.description = row[{"Description"}];
  item.solution = row[{"Solution", "Steps to Remediate"}];
  item.output = row[{"Plugin Output", "Plugin Text"}];
  item.first_seen = day_of(row[{"First Found", "First Discovered"}]);
  item.last_seen = day_of(row[{"Last Found", "Last Observed"}]);
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
  SLUICE_TRY(CsvTable table, CsvTable::parse(file, text));
  if (table.size() == 0) builder.add_incomplete("the table has no rows: nothing tells that a host was scanned");
  for (std::size_t index = 0; index < table.size(); ++index) {
    Row row(table, index);
    auto line = static_cast<std::uint32_t>(table.line_of(index));
    if (row[{"Plugin ID", "Plugin"}].empty())
      return fail({file, line, 1}, "import-missing-member", "the row has no plugin id");
    if (row[{"Host", "IP Address"}].empty() && row[{"FQDN", "DNS Name"}].empty())
      return fail({file, line, 1}, "import-missing-member", "the row names no host");
    import_row(row, builder);
  }
  return {};
}

}  // namespace sluice::gate::nessus
