// checklists/result_filter.h - which results of a scan a checklist item or a policy clause means.
//
//   { levels: [error], cwes: [79, 89], rules: ["java.*"], tools: [Sluice],
//     baseline: [new], min-security-severity: 7.0 }
//
// What is given must hold, all of it; what is not given does not matter. Only open
// results are ever meant: suppressed, passed and absent ones are not.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/yaml_fields.h"
#include "checklists/scan.h"

namespace sluice::checklists {

// Where a result stands to the baseline; `NotCompared` when its log was never compared with one.
enum class Baseline : std::uint8_t { New, Unchanged, Updated, NotCompared };

struct ResultFilter {
  std::vector<sarif::Level> levels;
  std::vector<int> cwes;           // sorted; a result with any of them is meant
  std::vector<std::string> rules;  // globs
  std::vector<std::string> tools;  // names, any case
  std::vector<Baseline> baseline;
  std::optional<int> min_severity_tenths;

  bool wants_tool(const ScanRun& run) const;
  bool wants_rule(const ScanRule& rule) const;  // could it find what is meant?
  bool matches(const ScanRun& run, const ScanResult& result) const;
  // The first key that does not hold; empty when all do. Does not ask whether the result is open.
  std::string_view first_unmet(const ScanRun& run, const ScanResult& result) const;
};

// The key `cwes`: numbers (79) or names (CWE-79); sorted.
std::vector<int> read_cwes(yaml::Fields& fields);

// Reads the keys above out of a map that may have others.
ResultFilter read_result_filter(yaml::Fields& fields);

// Equal but for the case of ASCII letters.
bool same_name(std::string_view a, std::string_view b);

}  // namespace sluice::checklists
