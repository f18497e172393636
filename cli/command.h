// cli/command.h - a command of the program: one file each, thin.
//
// To add a command: write cli/<name>.cpp defining `add_<name>_command`, and add
// one line to cli/commands.def. The function declares its options on `app` and
// sets a callback that stores the exit code:
//
//   void add_version_command(CLI::App& app, ExitCode& exit) {
//     CLI::App* command = app.add_subcommand("version", "Prints the version");
//     command->callback([&exit] { exit = run_version(); });
//   }
//
// Options that a callback reads live in a std::shared_ptr captured by it.
#pragma once
#include "base/exit_code.h"
#include "base/result.h"

namespace CLI {
class App;
}

namespace sluice {
#define SLUICE_COMMAND(name) void add_##name##_command(CLI::App& app, ExitCode& exit);
#include "cli/commands.def"
#undef SLUICE_COMMAND

// Prints the errors to standard error, one a line, and gives ExitCode::BadInput.
ExitCode report_errors(const Errors& errors);
}  // namespace sluice
