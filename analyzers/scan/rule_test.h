// analyzers/scan/rule_test.h - rules against annotated code: `sluice rules test`.
//
// `foo.yaml` is tested on every `foo.*` beside it (the stem reaches to the first dot).
// A comment alone on its line says of the next line:
//   ruleid: a, b      a and b are reported there
//   ok: a             a is not
//   todoruleid: a     a is to be reported there some day; it fails when it already is
//   todook: a         a is reported there wrongly; it fails when it no longer is
// A line without a mark must stay silent. `foo.fixed.ext` is what all fixes of `foo.ext`
// make of it. `paths` of rules are not looked at.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace sluice {

struct RuleTestFailure {
  std::string path;
  std::uint32_t line = 0;  // of the code, 0: the file as a whole
  std::string rule_id;
  std::string message;
};

struct RuleTestReport {
  std::uint32_t rules = 0, targets = 0, expected = 0;  // expected: `ruleid` marks
  std::uint32_t todo_misses = 0, todo_alarms = 0;
  std::vector<RuleTestFailure> failures;
  std::vector<std::string> untested;  // rules that no target marks
};

// `paths`: rule files and folders.
Result<RuleTestReport> test_rules(const std::vector<std::string>& paths);

}  // namespace sluice
