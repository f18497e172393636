// analyzers/scan/result_input.h - what a log says of the findings of a scan.
#pragma once
#include <vector>

#include "analyzers/scan/scan.h"
#include "sarif/builder.h"
#include "sarif/result_stream.h"

namespace sluice {

// One for each finding, in their order. Secrets are masked in all texts. `jobs`: threads that
// share the files; what comes out does not depend on it.
std::vector<sarif::ResultInput> result_inputs(const ScanResult& result, unsigned jobs);
// The same, file by file when they are asked for. `result` must outlive them.
sarif::ResultParts result_parts(const ScanResult& result);

}  // namespace sluice
