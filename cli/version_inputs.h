// cli/version_inputs.h - the kept versions of a product, each read as what a decision is made of.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/gate_request.h"
#include "gate/exposure.h"

namespace sluice::cli {

// `paths`: version files or folders of them. Policy, day and what people and feeds say come from the
// request and are the same for all. Tells the mistakes of all files.
Result<std::vector<gate::VersionEvidence>> read_versions(const std::vector<std::string>& paths, const GateRequest& request);

}  // namespace sluice::cli
