// analyzers/scan/suppressions.h - `nosluice` and `nosemgrep` in the code.
//
//   foo();  // nosluice: rule-id, other-id -- why this is fine
//   // nosemgrep
//   bar();
//
// A directive beside code holds for findings on its line (any line of the statement
// that begins the finding); one on a line of its own, for the next line of code, past
// other comments. Without ids it holds for all rules. `nosem` and `noopengrep` are the
// same. Blanks around `:` and `=` do not matter. An id may be written with a dotted
// prefix. A directive that cannot be read suppresses nothing and is told.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/finding.h"
#include "base/diagnostics.h"

namespace sluice {

// What a directive must say to count, where somebody wants it so.
struct SuppressionTerms {
  bool needs_id = false;      // the rules that it is for
  bool needs_reason = false;  // why this is fine
};

struct SuppressionDirective {
  std::uint32_t line = 0;         // where it stands, from 1
  std::uint32_t column = 0;
  std::uint32_t target_line = 0;  // the line it holds for
  std::vector<std::string> rule_ids;  // empty: all
  std::string justification;
  bool was_used = false;
};

// `units`: of that source; a source without any is searched as plain text.
// One that does not say what the terms ask for is as one that cannot be read.
std::vector<SuppressionDirective> find_directives(const Source& source, const std::vector<Unit>& units, const SuppressionTerms& terms, Diagnostics& diags);

// Marks the findings of one file, and the directives that were used.
void apply_directives(const Source& source, std::vector<SuppressionDirective>& directives, std::vector<Finding>& findings);

// Tells the directives that suppressed nothing. Those for rules that did not run are not counted.
void report_unused(const Source& source, const std::vector<SuppressionDirective>& directives,
                   const std::set<std::string, std::less<>>& rules_that_ran, Diagnostics& diags);

}  // namespace sluice
