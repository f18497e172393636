// analyzers/source/explain.h - why a path is or is not scanned (`sluice why PATH`).
#pragma once
#include <string>
#include <vector>

#include "analyzers/source/discovery.h"

namespace sluice {

struct Explanation {
  bool is_scanned = false;         // a folder: at least one file in it is
  std::vector<std::string> lines;  // for people; not escaped for a terminal
};

// What a scan of the whole project would do with the path; the same as a scan that names it.
// Errors: the path does not exist.
Result<Explanation> explain(const std::string& path, const DiscoveryOptions& options, Diagnostics& diags,
                            const std::string& current_folder = {});

}  // namespace sluice
