// analyzers/scan/load_rules.h - rules from files, folders and the program itself.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analyzers/pattern/rule.h"
#include "base/cache.h"
#include "base/embedded_file.h"

namespace sluice {

// The rule packs in the program, by the name after `builtin:`.
struct RulePack {
  std::string_view name;
  std::span<const EmbeddedFile> files;
};

struct LoadedRules {
  std::vector<Rule> rules;  // those without a mistake
  Errors mistakes;          // each dropped a rule, or a file that is not YAML
  Errors warnings;          // keys and options that nobody knows; files of a folder that hold no rules
  std::string key = {};     // of a cache: what all of them were made of; empty: not worth keeping
  std::string digest = {};  // of all that they were made of; empty where there is no cache
};

struct LoadOptions {
  unsigned jobs = 1;  // threads that share the files
  Cache cache = {};   // of what was read; by default nothing is kept
  // Those of the configs that the tree under scan names: what they refer to lies beside them.
  std::vector<std::string> from_tree = {};
};

// `configs`: files, folders (all .yaml and .yml below, tests left out) and `builtin:NAME`.
// Fails when a name is not there or a folder holds no rule file: then nothing was meant. A
// rule id that two files use is a mistake of the second. All mistakes of all files are told.
Result<LoadedRules> load_rules(const std::vector<std::string>& configs, std::span<const RulePack> packs, const LoadOptions& options = {});

// The rule files below a folder, sorted; `x.test.yaml`, hidden ones and symbolic links are not among
// them. Fails when the folder or one below cannot be read.
Result<std::vector<std::string>> rule_files_below(const std::string& folder);

}  // namespace sluice
