// report/decision_report.h - a decision for people and for programs.
//
// One page: the verdict first, then what to do, grouped and in the order in which it is
// best done, then counts, then the files it all rests on with their digests. The text
// and Markdown forms show the first entries of a long group and say how many more
// there are; JSON (report/decision.schema.json) always has every reason.
//
// Everything that comes from a report is a stranger's text and is escaped for where
// it goes.
#pragma once
#include <string>

namespace sluice::gate {
struct Decision;
}

namespace sluice::report {

enum class Length { OnePage, Full };  // Full: every entry of every group

std::string decision_text(const gate::Decision& decision, Length length);
std::string decision_markdown(const gate::Decision& decision, Length length);
std::string decision_json(const gate::Decision& decision);  // pretty, ends in a newline

}  // namespace sluice::report
