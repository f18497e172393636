// gate/result_witness.h - an analyzer's result as the vulnerability that it tells of.
#pragma once
#include "checklists/scan.h"
#include "gate/vulnerability.h"

namespace sluice::gate {

// Whether it tells of one: a check that passed does not, and neither does what is gone.
bool tells_of_vulnerability(const checklists::ScanResult& result);

Vulnerability vulnerability_of(const checklists::ScanRun& run, const checklists::ScanResult& result);

}  // namespace sluice::gate
