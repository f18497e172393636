// gate/importers/nessus.h - a finding of Nessus, from XML (nessus.cpp) or CSV (nessus_csv.cpp).
#pragma once
#include <string>
#include <vector>

#include "gate/report_builder.h"

namespace sluice::gate::nessus {

struct Item {
  std::string plugin_id;
  std::string plugin_name;
  std::string check;  // of a compliance audit: its check's name; empty otherwise
  std::string host;   // as scanned: name or address
  std::string ip;
  std::string fqdn;
  std::string port;
  std::string protocol;
  std::string severity;  // "0".."4", or the word
  std::string risk_factor;
  std::vector<StatedScore> scores;
  std::vector<std::string> id_texts;  // CVEs and cross references, in any form
  std::string synopsis, description, solution, output;
  std::optional<Date> first_seen, last_seen;
  VulnerabilityStatus status = VulnerabilityStatus::Open;
  std::string status_reason;
  SuppressionClaim claim = SuppressionClaim::None;
};

void add_item(Item item, ReportBuilder& builder);

// CSV exports, told by the names of their columns.
bool is_csv(std::string_view text);
Result<void> import_csv(const std::string& file, std::string_view text, ReportBuilder& builder);

}  // namespace sluice::gate::nessus
