// report/decision_report.h - a decision for people and for programs.
//
// One page: the verdict first, then what to do, grouped and in the order in which it is
// best done, then counts, then the files it all rests on with their digests. The text
// and Markdown forms show the first entries of a long group and say how many more
// there are; all other forms always have every reason. JSON: report/decision.schema.json.
//
// Everything that comes from a report is a stranger's text and is escaped for where
// it goes.
#pragma once
#include <string>
#include <vector>

namespace sluice::gate {
struct Decision;
struct GateInput;
}
namespace sluice::sarif {
struct Log;
}

namespace sluice::report {

enum class Length { OnePage, Full };  // Full: every entry of every group

std::string decision_text(const gate::Decision& decision, Length length);
std::string decision_markdown(const gate::Decision& decision, Length length);
std::string decision_json(const gate::Decision& decision);  // pretty, ends in a newline
// One page for a browser that loads nothing and runs nothing.
std::string decision_html(const gate::Decision& decision);
// A suite for each clause: what holds is a failure (an error where evidence is missing), a
// condition or a report a skipped case, a clause that decided nothing a case that passed.
std::string decision_junit(const gate::Decision& decision);
// All inputs as one log: the logs of the analyzers as they are, with the states of the baseline,
// the assessments, and first a run of the gate itself with the reasons that are no result of
// theirs. `logs`: those of input.scans, in that order.
std::string decision_sarif(const gate::Decision& decision, const gate::GateInput& input, std::vector<sarif::Log> logs);

// Of every clause of the stage, what it looked at and why it did not decide.
std::string accounts_text(const gate::Decision& decision);
std::string accounts_markdown(const gate::Decision& decision);

}  // namespace sluice::report
