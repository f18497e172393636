// CSV exports of Qualys: VMDR data lists, asset reports, and those for PCI. A few lines about the
// account come before the table.
#include <algorithm>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/csv.h"
#include "gate/importers/qualys.h"

namespace sluice::gate::qualys {
namespace {

bool is_header(std::string_view line) {
  std::vector<std::string> names = csv_header(line);
  auto has = [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); };
  return has("QID") && (has("Title") || has("VULN TITLE")) && (has("Severity") || has("SEVERITY"));
}

// Where the table begins, and how many lines are before it.
struct Table {
  std::string_view text;
  std::size_t lines_before = 0;
};

std::optional<Table> find_table(std::string_view text) {
  constexpr std::size_t kMaxPreamble = 15;
  for (std::size_t line = 0; line < kMaxPreamble && !text.empty(); ++line) {
    if (is_header(text)) return Table{text, line};
    auto end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return std::nullopt;
}

void read_suppression(const CsvTable& row, Item& item) {
  if (to_lower(row.first_of({"Ignored"})) == "yes") {
    item.suppressed_because = "ignored in Qualys";
    item.claim = SuppressionClaim::AcceptedRisk;
  }
  if (to_lower(row.first_of({"FALSE POSITIVE STATUS"})) == "approved") {
    item.suppressed_because = "a false positive, approved in Qualys";
    item.claim = SuppressionClaim::FalsePositive;
  }
}

Item item_of(const CsvTable& row) {
  Item item;
  item.qid = row.first_of({"QID"});
  item.title = row.first_of({"Title", "VULN TITLE"});
  item.type = row.first_of({"Type Detected", "Type", "TYPE"});
  item.severity = row.first_of({"KB Severity", "Q_SEVERITY", "Severity", "SEVERITY"});
  item.status = row.first_of({"Status", "Vuln Status"});
  item.description = row.first_of({"Threat", "THREAT"});
  item.solution = row.first_of({"Solution", "SOLUTION"});
  item.result = row.first_of({"Results", "RESULT"});
  item.ip = row.first_of({"Asset IPV4", "IP"});
  item.host = row.first_of({"Asset Name", "DNS", "HOSTNAME", "FQDN"});
  item.port = row.first_of({"Port", "PORT"});
  item.protocol = row.first_of({"Protocol", "PROTOCOL"});
  item.scores = {score_of(row.first_of({"CVSSv2 Base (nvd)", "CVSS Base", "CVSS_BASE"}), CvssVersion::V2_0),
                 score_of(row.first_of({"CVSSv3.1 Base (nvd)", "CVSS3.1 Base", "CVSS3 Base"}), CvssVersion::V3_1)};
  item.id_texts = {row.first_of({"CVE", "CVE ID", "CVEID"})};
  item.first_found = day_of(row.first_of({"First Detected"}));
  item.last_found = day_of(row.first_of({"Last Detected", "LAST SCAN"}));
  item.published = day_of(row.first_of({"Published Date"}));
  read_suppression(row, item);
  return item;
}

}  // namespace

bool is_csv(std::string_view text) { return find_table(text).has_value(); }

Result<void> import_csv(const std::string& file, std::string_view text, ReportBuilder& builder) {
  auto table = find_table(text);
  SLUICE_ASSERT(table, "the file was recognized by its table");
  SLUICE_TRY(CsvTable row, CsvTable::open(file, table->text, table->lines_before));
  for (;;) {
    SLUICE_TRY(bool there_is_one, row.next());
    if (!there_is_one) break;
    Item item = item_of(row);
    if (item.qid.empty()) return fail(row.place(), "import-missing-member", "the row has no `QID`");
    if (item.ip.empty() && item.host.empty())
      return fail(row.place(), "import-missing-member", "the row names no host");
    add_item(std::move(item), builder);
  }
  if (builder.report().targets.empty())
    builder.add_incomplete("the table has no rows: nothing tells that a host was scanned");
  return {};
}

}  // namespace sluice::gate::qualys
