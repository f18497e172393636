// gate/import_to_sarif.h - imported vulnerabilities as a SARIF 2.1.0 log.
#pragma once
#include <string>
#include <vector>

#include "gate/importer.h"

namespace sluice::gate {

// One run for each report and tool, in the order given. A result's partial fingerprint
// `sluiceVulnerability/v1` is the vulnerability's identity; ids, scores, asset,
// component and dates stand in its properties. Same input, same bytes.
// Of a report that was kept for a decision there are no descriptions and no evidence.
std::string to_sarif(const std::vector<ImportedReport>& reports);

}  // namespace sluice::gate
