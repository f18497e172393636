// `sluice why PATH`: is this path scanned, and what says so? Exit 0: it is; 1: it is not; 2: there is no such path.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "analyzers/source/explain.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/trusted_config.h"

namespace sluice {
namespace {

// An escaped path must stay on its line.
std::string one_line(const std::string& line) {
  std::string out;
  for (char c : line) {
    if (c == '\n') out += "\\n";
    else out += c;
  }
  return escape_terminal(out);
}

ExitCode run_why(const std::string& path, const std::string& trusted_config) {
  auto trusted = use_trusted_config(trusted_config);
  if (!trusted) return report_errors(trusted.error());
  DiscoveryOptions options;
  options.include = trusted->include;
  options.exclude = trusted->exclude;
  Diagnostics diags;
  auto explanation = explain(path, options, diags);
  if (!explanation) return report_errors(explanation.error());
  for (const std::string& line : explanation->lines) fmt::print("{}\n", one_line(line));
  for (const Diagnostic& diagnostic : diags.list())
    fmt::print(stderr, "{}\n", one_line(to_string(Error{diagnostic.place, diagnostic.code, diagnostic.message})));
  return explanation->is_scanned ? ExitCode::Ok : ExitCode::Blocked;
}

}  // namespace

void add_why_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("why", "Says why a file or folder is or is not scanned (exit 0 when it is, 1 when not)");
  auto path = std::make_shared<std::string>(), trusted_config = std::make_shared<std::string>();
  command->add_option("PATH", *path, "The file or folder")->required();
  command->add_option("--trusted-config", *trusted_config, kTrustedConfigHelp);
  command->callback([path, trusted_config, &exit] { exit = run_why(*path, *trusted_config); });
}

}  // namespace sluice
