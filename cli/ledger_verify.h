// cli/ledger_verify.h - `sluice ledger verify`: a ledger or an archive, and what is wrong with it.
#pragma once
#include <string>

#include "base/exit_code.h"
#include "cli/ledger_name.h"
#include "cli/release_archive.h"

namespace sluice::cli {

struct LedgerVerifyOptions {
  LedgerOptions ledger;
  std::string archive;  // or a ledger: told by its content; "": the one of `ledger`
  ArchiveTrust trust;
  std::string as_of;
};

// Ok: everything holds. Blocked: something was changed. BadInput: it is not what it must be.
ExitCode run_ledger_verify(const LedgerVerifyOptions& options);

}  // namespace sluice::cli
