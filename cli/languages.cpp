// `sluice languages`: what can be scanned, how well, and by which names files are known.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "analyzers/languages/definition.h"
#include "analyzers/languages/known_gaps.h"
#include "cli/command.h"
#include "cli/trusted_config.h"

namespace sluice {
namespace {

std::string_view depth_of(Language language) {
  const LanguageDefinition* definition = find_definition(language);
  return !definition ? "text" : definition->is_full ? "full" : "basic";
}

ExitCode run_languages(const std::string& trusted_config) {
  auto trusted = use_trusted_config(trusted_config);
  if (!trusted) return report_errors(trusted.error());
  fmt::print("{:<12} {:<12} {:<6} {}\n", "id", "language", "tree", "files");
  for (const LanguageInfo& known : all_languages()) {
    if (known.kind != LanguageKind::Analyzed) continue;
    fmt::print("{:<12} {:<12} {:<6} {}{}{}\n", known.id, known.title, depth_of(known.language), known.extensions,
               known.extensions.empty() || known.file_names.empty() ? "" : " ", known.file_names);
  }
  fmt::print(
      "\ntree: full, every construct has a kind that rules match; basic, calls, members, literals, assignments and\n"
      "definitions; text, no tree, rules of `languages: [regex]` and `[generic]` only.\n");
  fmt::print("\nnot read yet (what is around it is):\n");
  for (const KnownGap& gap : known_gaps()) fmt::print("{:<12} {:<5} {}\n", info(gap.language).title, gap.since, gap.what);
  return ExitCode::Ok;
}

}  // namespace

void add_languages_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("languages", "Lists the languages and the files they are known by");
  auto trusted_config = std::make_shared<std::string>();
  command->add_option("--trusted-config", *trusted_config, kTrustedConfigHelp);
  command->callback([trusted_config, &exit] { exit = run_languages(*trusted_config); });
}

}  // namespace sluice
