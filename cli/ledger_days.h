// cli/ledger_days.h - first-seen days go from the ledger into a decision, and new ones back.
//
// The days that a decision used are an input like any other: they are kept with it, so that it can
// be made again when the ledger knows more.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "gate/gate_input.h"

namespace sluice::cli {

using Days = std::map<std::string, Date, std::less<>>;

// Of all that a ledger knows, what this input can use.
gate::FirstSeen days_for(const gate::GateInput& input, const Days& known, const std::string& ledger_id);

// The input's clocks start on the earliest of what it had and what the ledger says.
void use_ledger_days(gate::GateInput& input, gate::FirstSeen days);

// The first day of everything in the input, where the ledger does not know as early a one.
Days days_to_record(const gate::GateInput& input, const Days& known);

// {"name": .., "days": {NAME: DAY}}; "" when there are none.
std::string ledger_days_json(const gate::FirstSeen& days);
Result<gate::FirstSeen> parse_ledger_days(const std::string& file, std::string_view json);

}  // namespace sluice::cli
