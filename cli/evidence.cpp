#include "cli/evidence.h"

#include <cstdio>

#include "base/file.h"

namespace sluice::cli {

Result<Date> read_as_of(const std::string& text) {
  if (text.empty()) return day_of(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  if (auto day = parse_day(text)) return *day;
  return fail({}, "as-of", "--as-of must be a day such as 2026-03-09");
}

Result<EvaluatedChecklist> evaluate_checklist(const ChecklistFiles& files, const std::vector<checklists::Scan>& scans, Date as_of,
                                              const std::string& release) {
  SLUICE_TRY(checklists::Checklist checklist, checklists::load_checklist(files.checklist));
  EvaluatedChecklist done;
  if (!files.answers.empty()) {
    SLUICE_TRY(done.answers, checklists::load_answers(files.answers, checklist));
  }
  SLUICE_TRY(checklists::Tree tree, checklists::Tree::open(files.root, checklist.exclude));
  checklists::Evidence evidence{scans, std::move(tree), as_of};
  done.evaluation = checklists::evaluate(checklist, evidence, done.answers, release);
  return done;
}

Result<void> write_output(const std::string& path, const std::string& text) {
  if (!path.empty()) return write_file_atomically(path, text);
  bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!is_written) return fail({}, "output-write", "cannot write to standard output");
  return {};
}

}  // namespace sluice::cli
