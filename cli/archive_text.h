// cli/archive_text.h - what the README of an archive says to whoever unpacks it.
#pragma once
#include <string>

#include "ledger/entry.h"

namespace sluice::cli {

std::string archive_readme(const std::string& release, const ledger::Entry& decision);

}  // namespace sluice::cli
