// `sluice vulns`: what is open, since when, until when; each subcommand in cli/vulns_<name>.cpp.
#include "cli/vulns.h"

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace sluice {

void add_vulns_command(CLI::App& app, ExitCode& exit) {
  CLI::App* vulns = app.add_subcommand("vulns", "Vulnerabilities: what is open, since when, until when");
  vulns->require_subcommand(1);
  add_vulns_list(*vulns, exit);
  add_vulns_explain(*vulns, exit);
}

}  // namespace sluice
