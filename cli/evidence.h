// cli/evidence.h - what the commands `gate` and `checklist` read in the same way.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "checklists/evaluation.h"

namespace sluice::cli {

// The day of `--as-of`, or today in UTC. The one place that looks at the clock.
Result<Date> read_as_of(const std::string& text);

struct ChecklistFiles {
  std::string checklist;
  std::string answers;  // "": none
  std::string root;
};

struct EvaluatedChecklist {
  checklists::Evaluation evaluation;
  std::optional<checklists::Answers> answers;
};

// Reads the checklist, its answers and the tree, and evaluates. `release` may be empty.
Result<EvaluatedChecklist> evaluate_checklist(const ChecklistFiles& files, const std::vector<checklists::Scan>& scans, Date as_of,
                                              const std::string& release);

// To the file, all or nothing, or to standard output when `path` is empty.
Result<void> write_output(const std::string& path, const std::string& text);

}  // namespace sluice::cli
