// cli/scan_arguments.h - what the command line of `sluice scan` says, and what it leaves to a configuration.
#pragma once
#include <string>
#include <vector>

#include "analyzers/scan/suppressions.h"
#include "base/diagnostics.h"

namespace sluice {

struct ScanArguments {
  std::vector<std::string> paths, configs, include, exclude, languages;
  std::vector<std::string> configs_of_tree;  // those of `configs` that the tree under scan names
  std::string output, pattern, pattern_language, dump, explain;
  std::string fail_on, format;  // empty until a configuration or the default fills them (complete_arguments)
  std::string diff_ref, compile_commands, baseline, sarif_profile = "canonical", trusted_config;
  unsigned jobs = 0;  // 0: as many as there are cores
  bool print_times = false, is_reproducible = false, is_staged = false, fail_on_incomplete = false, is_strict = false, no_cache = false;
  std::string autofix;  // `safe` or `unsafe`: which fixes; empty: none
  bool is_dry_run = false;
  SuppressionTerms suppressions;
  Diagnostics held_back;  // what the configuration of the tree under scan said in vain
};

}  // namespace sluice
