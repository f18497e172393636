// report/release_details.h - what a sign-off holds besides the decision itself.
//
// Somebody who looks at a sign-off two years later has the decision's reasons and wants to know
// what they rest on: each scan and assessment (tool, version, feed, times, targets, logins, how many items
// came in and what became of them), which findings there were (one digest over all
// their identities), every checklist item with who answered it, a machine or which
// person, and which files of the product it rests on.
//
// Not here: the statement that is signed (signoff/statement.h).
#pragma once
#include <string>
#include <string_view>

namespace sluice::gate {
struct GateInput;
}

namespace sluice::report {

// A JSON object with the members `request` (given, a JSON object), `inputs`, `ledgerDays` (given, a JSON
// object or nothing), `findings`, `checklists` and `waivers`.
std::string release_details_json(const gate::GateInput& input, std::string_view request_json, std::string_view ledger_days_json);

}  // namespace sluice::report
