// analyzers/scan/rule_test.h - rules against annotated code: `sluice rules test`.
//
// `foo.yaml` is tested on every `foo.*` beside it (the stem reaches to the first dot).
// The marks: annotations.h. `foo.fixed.ext` is what all fixes of `foo.ext`
// make of it. `paths` of rules are not looked at.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/embedded_file.h"
#include "base/result.h"

namespace sluice {

struct RuleTestFailure {
  std::string path;
  std::uint32_t line = 0;  // of the code, 0: the file as a whole
  std::string rule_id;
  std::string message;
  std::string detail;     // the line of code, or what a fix makes otherwise as a diff; may be empty
  std::string rule_file;  // where the rule is
};

struct RuleTestReport {
  std::uint32_t rules = 0, targets = 0, expected = 0;  // expected: `ruleid` marks
  std::uint32_t todo_misses = 0, todo_alarms = 0;
  std::vector<RuleTestFailure> failures;
  std::vector<std::string> untested;  // rules that no target marks
};

// The annotated files beside a rule file, sorted.
std::vector<std::string> rule_targets(const std::string& rule_file);

// `paths`: rule files and folders. Fails with the mistakes of all rules, and when there is
// nothing to test. `models`: what libraries do with data (flow/models.h).
Result<RuleTestReport> test_rules(const std::vector<std::string>& paths, std::span<const EmbeddedFile> models);

}  // namespace sluice
