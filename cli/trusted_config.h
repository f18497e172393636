// cli/trusted_config.h - configurations of commands: `--trusted-config FILE`, and the scanned tree's `sluice.yaml`.
#pragma once
#include <string>

#include "analyzers/scan/configuration.h"
#include "base/cache.h"
#include "cli/scan_arguments.h"

namespace sluice {

inline constexpr char kTrustedConfigHelp[] = "A sluice.yaml that is trusted: it may name languages in shared libraries, leave files out, choose rules";

// Reads it and loads the languages that it names; an empty name is a configuration that says nothing.
Result<Configuration> use_trusted_config(const std::string& file);

// Where rules are kept between runs: nowhere when languages joined, whose tables say what rules for
// them mean.
Cache cache_of_rules();

// Fills in what the command line left open: from the trusted configuration, then from that of the
// tree under scan, then from the defaults.
Result<void> complete_arguments(ScanArguments& arguments);

}  // namespace sluice
