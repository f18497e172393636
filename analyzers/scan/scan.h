// analyzers/scan/scan.h - a whole scan: files in, findings out.
//
//   discover → read → compile rules for the languages that are there → every file
//   against its rules, on all threads → merge in the order of the paths
//
// Each file is one piece of work; nothing is shared between them but what is frozen. So
// the result does not depend on the number of threads, nor on the order of the files.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analyzers/clang/session.h"
#include "analyzers/finding.h"
#include "analyzers/scan/analyze_file.h"
#include "analyzers/scan/files_in_work.h"
#include "analyzers/source/reader.h"
#include "base/cache.h"
#include "base/embedded_file.h"
#include "base/diagnostics.h"

namespace sluice {

struct ScanOptions {
  unsigned jobs = 1;  // at least 1
  RuleSet::Check check = RuleSet::Check::All;
  bool is_strict = false;  // one rule that does not run is too many
  std::optional<clang::SessionOptions> clang = {};  // none: C and C++ without types; the root is the tree's
  std::span<const EmbeddedFile> models = {};  // what libraries do with data (flow/models.h)
  Cache cache = {};       // of compiled patterns
  std::string rules_key = {};  // LoadedRules::key
  std::string results_key = {};  // LoadedRules::digest: of what is found, which is kept for the next scan; empty: nothing is
  SuppressionTerms suppressions = {};
  FilesInWork* files_in_work = nullptr;  // told what every thread is at, for a process that watches this one
};

struct StageTimes {  // seconds; for `--time` only, never in results
  double load = 0, read = 0, compile = 0, analyze = 0;  // load: the rules' files
  double flow = 0;              // part of analyze: data through all files
  std::uint32_t functions = 0;  // of these
  std::uint64_t runs = 0;       // how often one was looked at
};

struct ScanResult {
  SourceTree tree;
  std::vector<RuleInfo> rules;      // all that could run, sorted by id
  std::vector<Finding> findings;    // by path, place, rule
  Errors dropped_rules;             // mistakes in rules, and rules of modes that are not run
  Errors rule_warnings;             // what is odd about rules that ran
  Diagnostics diagnostics;          // by path; files that were skipped are among them
  std::vector<SkippedPair> skipped_pairs;
  std::uint64_t lines = 0, bytes = 0, unread_bytes = 0;
  std::uint32_t parsed_files = 0;   // files that some rule could match in
  StageTimes times;
};

// Fails with the mistakes in rules when no rule is left to run, or when it is to be strict.
// Whatever is wrong with scanned files is a diagnostic.
Result<ScanResult> scan(SourceTree tree, std::vector<Rule> rules, const ScanOptions& options);

// Those that code is in: of the files, and of what is embedded in them.
std::vector<Language> languages_of(const SourceSet& sources);

// How many threads a scan takes: as many as wanted (0: as there are cores), fewer when the memory
// that this process may use (base/memory_limit.h) would not do for so many.
unsigned jobs_within_memory(unsigned wanted);

}  // namespace sluice
