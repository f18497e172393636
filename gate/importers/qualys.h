// gate/importers/qualys.h - a finding of Qualys, from XML (qualys.cpp) or CSV (qualys_csv.cpp).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gate/report_builder.h"

namespace sluice::gate::qualys {

struct Item {
  std::string qid;
  std::string title, description, solution, result;
  std::string type;      // "Vuln", "Practice" (potential), "Ig" (information), or the words
  std::string severity;  // "1".."5", or a word
  std::string status;    // "Active", "New", "Re-Opened", "Fixed"
  std::string ip, host, port, protocol, url, parameter;
  std::vector<StatedScore> scores;
  std::vector<std::string> id_texts;
  std::optional<Date> first_found, last_found, published;
  std::string suppressed_because;  // empty: it is not
  SuppressionClaim claim = SuppressionClaim::None;
};

// Fixed ones are left out as `fixed`, information gathered as `informational`.
void add_item(Item item, ReportBuilder& builder);

// "7.5 (AV:N/AC:L/..)" as Qualys writes scores, or a number alone. "-" and "'-" are none.
StatedScore score_of(std::string_view text, CvssVersion version);

bool is_csv(std::string_view text);
Result<void> import_csv(const std::string& file, std::string_view text, ReportBuilder& builder);

}  // namespace sluice::gate::qualys
