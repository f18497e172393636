#include "cli/ledger_name.h"

#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>

#include "base/text.h"
#include "base/time.h"

namespace sluice::cli {

void add_ledger_options(CLI::App& command, LedgerOptions& options, bool writes) {
  command.add_option("--ledger", options.ledger, "The ledger: a file, or postgresql://USER@HOST/DATABASE (default: $SLUICE_LEDGER)")->type_name("LEDGER");
  if (!writes) return;
  command.add_option("--by", options.by, "Who writes into the ledger (default: the user who runs this)")->type_name("NAME");
  command.add_option("--at", options.at, "The time of the entry (default: now)")->type_name("INSTANT");
}

Result<std::string> ledger_of(const LedgerOptions& options) {
  if (!options.ledger.empty()) return options.ledger;
  const char* named = std::getenv("SLUICE_LEDGER");
  if (named && *named) return std::string(named);
  return fail({}, "ledger-missing", "which ledger? give --ledger FILE or --ledger postgresql://..., or set SLUICE_LEDGER");
}

std::string who(const LedgerOptions& options) {
  if (!options.by.empty()) return options.by;
  const passwd* user = ::getpwuid(::geteuid());
  return user ? to_valid_utf8(user->pw_name) : "uid " + std::to_string(::geteuid());
}

Result<std::string> when(const LedgerOptions& options) {
  if (options.at.empty()) return instant_text(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  std::optional<Instant> instant = parse_instant(options.at);
  if (!instant) return fail({}, "ledger-at", "--at must be a time such as 2026-09-25T10:00:00Z");
  return instant_text(*instant);
}

}  // namespace sluice::cli
