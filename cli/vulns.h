// cli/vulns.h - the subcommands of `sluice vulns`: a file and a line here for each.
#pragma once
#include "base/exit_code.h"

namespace CLI {
class App;
}

namespace sluice {

void add_vulns_list(CLI::App& vulns, ExitCode& exit);  // cli/vulns_list.cpp
void add_vulns_explain(CLI::App& vulns, ExitCode& exit);  // cli/vulns_explain.cpp

}  // namespace sluice
