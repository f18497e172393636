// analyzers/scan/annotations.h - the marks in code that tests rules and checks.
//
// A comment alone on its line says of the next line:
//   ruleid: a, b      a and b are reported there
//   ok: a             a is not
//   todoruleid: a     a is to be reported there some day; it fails when it already is
//   todook: a         a is reported there wrongly; it fails when it no longer is
// `pro...` and `deep...` before one of these: for an engine that does more; either result is fine.
// A line without a mark must stay silent.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/source/source.h"

namespace sluice {

struct CodeMark {
  enum class Kind { RuleId, Ok, TodoRuleId, TodoOk, Either } kind;
  std::uint32_t line;  // the line it speaks of, from 1
  std::string rule_id;
};

// The marks of one line, which has this number.
std::vector<CodeMark> marks_of_line(std::string_view line, std::uint32_t number);

using LineAndRule = std::pair<std::uint32_t, std::string>;

struct MarkFailure {
  std::uint32_t line = 0;
  std::string rule_id, message;
};

struct MarkComparison {
  std::uint32_t expected = 0;  // `ruleid` marks
  std::uint32_t todo_misses = 0, todo_alarms = 0;
  std::set<std::string> marked_rules;
  std::vector<MarkFailure> failures;
};

// The source's marks against what was reported; marks of rules that are not in `rule_ids` are not looked at.
MarkComparison compare_with_marks(const Source& source, const std::set<LineAndRule>& reported, const std::set<std::string>& rule_ids);

}  // namespace sluice
