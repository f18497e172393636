// gate/policy_tightening.h - a policy that extends another can only be as strict or stricter.
//
// A company writes what must hold for every product; a product's policy extends that file and
// can ask for more. It can never ask for less, whoever may change it: every number, effect
// and list is compared with the inherited one, and what would let something pass that the
// other policy holds is a mistake with both places.
//
// What is stricter: fewer days; a lower score from which a band begins; a stronger effect
// (report < condition < hold; deadline < hold); fewer tools that will do; a younger scan; more
// coverage; more roles that sign; report-only < ratchet < block; an earlier `new-since` day.
#pragma once
#include "gate/policy.h"

namespace sluice::gate {

// One error for each thing in which `derived` is less strict than `base`, which it extends.
void check_tightening(const Policy& base, const Policy& derived, Errors& errors);

}  // namespace sluice::gate
