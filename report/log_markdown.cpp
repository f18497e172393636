// A log as Markdown, for a comment at a pull request: counts, a table with the worst
// first, what was not looked at, coverage. Known and suppressed findings are only counted.
#include <fmt/format.h>

#include "base/text.h"
#include "report/log_format.h"
#include "report/log_outline.h"

namespace sluice {
namespace {

// A comment holds 65,536 characters on GitHub; the rest of the room is for what people add.
constexpr std::size_t kMaxTableBytes = 50000;
constexpr std::size_t kMaxNotes = 20;

// Code as an element, for text between backticks can end its span; inside of it Markdown
// would still work, so the text is escaped too.
std::string code(std::string_view text) { return fmt::format("<code>{}</code>", escape_markdown(text)); }

std::string message(std::string_view text) {
  std::string out;
  bool is_code = false;
  for (std::string_view part : code_spans(text)) {
    if (!part.empty()) out += is_code ? code(part) : escape_markdown(part);
    is_code = !is_code;
  }
  return out;
}

std::string row(const LogFinding& finding) {
  return fmt::format("| {} | {} | {}{} | {} |\n", level_word(finding.level), code(place_text(finding)), escape_markdown(finding.result->rule_id),
                     finding.cwe.empty() ? "" : "<br>" + escape_markdown(finding.cwe), message(finding.result->message.text));
}

std::string table(const LogOutline& all) {
  std::string rows;
  std::size_t left = 0;
  for (const LogFinding* finding : worst_first(all)) {
    if (!finding->is_news()) continue;
    std::string line = left == 0 ? row(*finding) : "";
    if (left > 0 || rows.size() + line.size() > kMaxTableBytes) ++left;
    else rows += line;
  }
  if (rows.empty() && left == 0) return "";
  std::string out = "| Severity | Place | Rule | Message |\n| --- | --- | --- | --- |\n" + rows + "\n";
  return left == 0 ? out : out + fmt::format("{} more are not shown here; `--format sarif` or `html` has them all.\n\n", left);
}

std::string notes(const LogOutline& all) {
  std::string list;
  std::size_t count = 0;
  for (const LogNote& note : all.notes) {
    if (!note.is_skipped() && note.level != sarif::Level::Error) continue;
    if (++count > kMaxNotes) continue;
    list += fmt::format("- {}{}\n", note.path.empty() ? "" : code(note.path) + ": ", message(note.message));
  }
  if (count > kMaxNotes) list += fmt::format("- ... and {} more\n", count - kMaxNotes);
  return list.empty() ? "" : "**Not analyzed**\n\n" + list + "\n";
}

}  // namespace

std::string render_markdown(const sarif::Log& log, const RenderOptions&) {
  LogOutline all = outline(log);
  return fmt::format("### Sluice: {}\n\n{}{}<sub>{}</sub>\n", counts_line(all), table(all), notes(all), coverage_line(all));
}

}  // namespace sluice
