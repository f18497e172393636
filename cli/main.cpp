// The program: hands the command line to the commands of commands.def.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/text.h"
#include "base/version.h"
#include "cli/command.h"

namespace sluice {
ExitCode report_errors(const Errors& errors) {
  fmt::print(stderr, "{}", escape_terminal(to_string(errors)));
  return ExitCode::BadInput;
}
}  // namespace sluice

int main(int argc, char** argv) {
  using namespace sluice;
  CLI::App app{"Sluice: security analyzers and the release gate", "sluice"};
  app.set_version_flag("--version", std::string("sluice ") + std::string(kVersion));
  app.require_subcommand(1);
  ExitCode exit = ExitCode::Ok;
#define SLUICE_COMMAND(name) add_##name##_command(app, exit);
#include "cli/commands.def"
#undef SLUICE_COMMAND
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 has codes of its own; ours are a contract.
    return static_cast<int>(app.exit(error) == 0 ? ExitCode::Ok : ExitCode::BadInput);
  }
  return static_cast<int>(exit);
}
