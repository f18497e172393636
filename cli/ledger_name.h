// cli/ledger_name.h - which ledger, who writes, and when: what all of `sluice ledger` and `sluice gate --ledger` ask alike.
#pragma once
#include <string>

#include "base/result.h"

namespace CLI {
class App;
}

namespace sluice::cli {

struct LedgerOptions {
  std::string ledger;  // path or postgresql://...; else of the variable SLUICE_LEDGER
  std::string by;      // "": the name of the user who runs this
  std::string at;      // "": now
};

// Declares --ledger, and with `writes` --by and --at.
void add_ledger_options(CLI::App& command, LedgerOptions& options, bool writes);

// The name in the options or in SLUICE_LEDGER.
Result<std::string> ledger_of(const LedgerOptions& options);
std::string who(const LedgerOptions& options);
// An instant; the clock is looked at here and in cli/evidence.cpp, nowhere else.
Result<std::string> when(const LedgerOptions& options);

}  // namespace sluice::cli
