// report/checklist_report.h - a checklist and its evaluation as text for a terminal.
#pragma once
#include <string>

namespace sluice::checklists {
struct Checklist;
struct Evaluation;
}  // namespace sluice::checklists

namespace sluice::report {

std::string checklist_text(const checklists::Checklist& checklist);
// What fails or waits comes first; what a machine found and what a person signed are told apart.
std::string evaluation_text(const checklists::Evaluation& evaluation);

}  // namespace sluice::report
