// analyzers/scan/analyze_file.h - one Source against all rules.
//
// Two steps: what can be matched in the file alone, and then, when all files are so far, where data
// goes through all of them (scan/flow_stage.h). What was read is kept between the two for files that a
// rule of the second kind is for.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "analyzers/scan/suppressions.h"
#include "analyzers/finding.h"
#include "analyzers/flow/engine/analysis.h"
#include "analyzers/pattern/rule_set.h"
#include "base/diagnostics.h"

namespace sluice::clang {
class Session;
}

namespace sluice {

// A pair of file and rule that was not finished; everything else of both counts.
struct SkippedPair {
  std::string path, rule_id, reason;
  friend auto operator<=>(const SkippedPair&, const SkippedPair&) = default;
};

struct FileAnalysis {
  std::vector<Finding> findings;  // by place, then rule
  Diagnostics diagnostics;
  std::vector<SkippedPair> skipped_pairs;
  bool was_parsed = false;        // false: no rule could match, so no tree was made
  std::uint64_t unread_bytes = 0; // in places the parser could not read
};

struct FileOptions {
  const clang::Session* clang = nullptr;  // C and C++ get types on their Unit, and the checks that need them; null: without
  SuppressionTerms suppressions = {};
  bool is_alone = false;  // taint rules are followed within the file (FlowRules::stays_within_files)
};

// What the endpoints of taint rules matched in one of a file's Units.
struct UnitMatches {
  const Unit* unit = nullptr;
  bool is_template = false;  // the code that the file stands for as a template
  std::vector<flow::EndpointMatch> matches;
};

class FileWork {
 public:
  FileWork(const SourceSet& sources, SourceId id, const RuleSet& rules, const FileOptions& options);
  FileWork(FileWork&&) noexcept;
  FileWork& operator=(FileWork&&) noexcept;
  ~FileWork();

  void match();
  std::vector<UnitMatches>& matches();
  // All Units, with what was matched in them; reads the file when nobody did. `host`: the language that the file is
  // a template of; its code is one more Unit, in which nothing is matched.
  std::vector<UnitMatches>& units(std::optional<Language> host = {});
  void add(const flow::FlowFinding& finding, const Unit& unit, std::vector<Trace> traces);
  FileAnalysis finish();

 private:
  class Analyzer;
  std::unique_ptr<Analyzer> analyzer_;
};

}  // namespace sluice
