// cli/gate_options.h - the options that say what a decision is made of, for every command that decides.
//
// `gate`, `vulns` and `exposure` read the same evidence; an option is declared here once.
#pragma once
#include "cli/gate_request.h"

namespace CLI {
class App;
}

namespace sluice::cli {

// `request` must live as long as the command. `ReleaseFile::Optional` is of commands that can be told the
// release another way, and check that they were.
enum class ReleaseFile : bool { Optional, Required };
void add_gate_inputs(CLI::App& command, GateRequest& request, ReleaseFile release = ReleaseFile::Required);

// What is the same for every version: policy, stage, day, and what people and feeds say.
void add_judging_inputs(CLI::App& command, GateRequest& request);

}  // namespace sluice::cli
