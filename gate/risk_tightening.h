// gate/risk_tightening.h - that a policy that extends another accepts no more risk, trusts nobody more, and gives no more time.
//
// Not here: all else of a policy (gate/policy_tightening.h).
#pragma once
#include "gate/policy.h"

namespace sluice::gate {

// Of `risk`, `vex` and what in `deadlines` is not a band: an error for each thing that is looser.
void check_risk_tightening(const Policy& base, const Policy& derived, Errors& errors);

}  // namespace sluice::gate
