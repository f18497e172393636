// A log as workflow commands, which GitHub shows beside the lines of a pull request:
//
//   ::error file=src/Orders.cs,line=42,col=13,endLine=42,title=csharp-sql-injection (CWE-89)::The statement ...
//   1 error, 0 warnings, 0 notes; 2 suppressed
//   12 of 15 files scanned (1204 lines) with 96 rules; 1 skipped, 2 ignored
//
// A line that begins with `::` is a command. So a stranger's text stands only inside of
// commands, escaped, and lines of our own hold nothing but numbers.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/log_format.h"
#include "report/log_outline.h"

namespace sluice {
namespace {

constexpr std::size_t kMaxAnnotations = 50;  // a page shows few, and a job's log should stay readable

std::string_view command_of(sarif::Level level) {
  switch (level) {
    case sarif::Level::Error: return "error";
    case sarif::Level::Warning: return "warning";
    default: return "notice";
  }
}

std::string property(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format("{}={},", name, escape_workflow_property(escape_terminal(value)));
}

std::string property(std::string_view name, std::int32_t number) { return number > 0 ? fmt::format("{}={},", name, number) : ""; }

// Columns only where start and end stand on one line: GitHub drops them elsewhere.
std::string position(const sarif::Region& region) {
  std::string out = property("line", region.start_line) + property("col", region.start_column) + property("endLine", region.end_line);
  if (region.end_line == region.start_line) out += property("endColumn", region.end_column);
  return out;
}

std::string annotation(sarif::Level level, std::string properties, std::string_view message) {
  properties.pop_back();  // the last comma; there is always a title
  return fmt::format("::{} {}::{}\n", command_of(level), properties, escape_workflow_command(escape_terminal(message)));
}

std::string annotation(const LogFinding& finding) {
  std::string title = finding.cwe.empty() ? finding.result->rule_id : fmt::format("{} ({})", finding.result->rule_id, finding.cwe);
  return annotation(finding.level, property("file", finding.path) + position(finding.region) + property("title", title), finding.result->message.text);
}

std::string annotation(const LogNote& note) {
  return annotation(note.level, property("file", note.path) + property("line", note.line) + property("title", "Sluice: " + note.code), note.message);
}

}  // namespace

std::string render_github(const sarif::Log& log, const RenderOptions&) {
  LogOutline all = outline(log);
  std::vector<std::string> annotations;
  // What the tool could not do comes first: without it the rest may look better than it is.
  for (const LogNote& note : all.notes)
    if (note.level == sarif::Level::Error) annotations.push_back(annotation(note));
  for (const LogFinding* finding : worst_first(all))
    if (finding->is_news()) annotations.push_back(annotation(*finding));
  std::string out;
  for (std::size_t i = 0; i < std::min(annotations.size(), kMaxAnnotations); ++i) out += annotations[i];
  if (annotations.size() > kMaxAnnotations)
    out += fmt::format("::notice title=Sluice::{} more are not shown here; --format sarif or html has them all\n", annotations.size() - kMaxAnnotations);
  return out + counts_line(all) + '\n' + coverage_line(all) + '\n';
}

}  // namespace sluice
