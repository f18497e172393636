// analyzers/clang/compile_database.h - how each file is compiled, as `compile_commands.json` says it.
//
// Looked for in the folder that the user names, else in the scan root, else in its `build`.
// Both forms of an entry are read (`command`, `arguments`); a file with several entries has
// the first. The file is hostile: only safe flags pass (safe_flags.h), nothing is run.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/clang/safe_flags.h"
#include "base/diagnostics.h"

namespace sluice::clang {

struct CompileDatabase {
  std::string path;  // absolute; for opening, never for output
  std::map<std::string, std::vector<std::string>> flags;  // by absolute, canonical path of the file
  std::uint32_t entries = 0;       // in the file
  std::uint32_t missing_files = 0; // entries whose file is not here
};

// The database's path; empty when there is none. `folder`: named by the user, may be empty.
std::string find_compile_database(const std::string& folder, const std::string& root);

// One note for each distinct flag that was dropped. A database that cannot be read is a
// warning, and an empty database.
CompileDatabase load_compile_database(const std::string& path, const std::string& root, Diagnostics& diags);

}  // namespace sluice::clang
