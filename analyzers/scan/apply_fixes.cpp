#include "analyzers/scan/apply_fixes.h"

#include <algorithm>

namespace sluice {
namespace {

std::size_t line_begin(std::string_view text, std::size_t at) {
  std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

// The blanks before `at` in its line.
std::string_view indentation(std::string_view text, std::size_t at) {
  std::size_t line = line_begin(text, at);
  std::size_t end = text.find_first_not_of(" \t", line);
  return text.substr(line, std::min(end, at) - line);
}

// A text that has no line end yet gets "\n".
std::string_view line_end(std::string_view text, std::size_t at) {
  std::size_t end = text.find('\n', at);
  if (end == std::string_view::npos) end = text.rfind('\n');
  bool is_crlf = end != std::string_view::npos && end > 0 && text[end - 1] == '\r';
  return is_crlf ? "\r\n" : "\n";
}

}  // namespace

Edit edit_of(std::string_view text, const Finding& finding) {
  Edit edit{finding.range, {}};
  const std::string& fix = *finding.fix;
  for (std::size_t i = 0; i < fix.size(); ++i) {
    bool is_part_of_crlf = fix[i] == '\r' && i + 1 < fix.size() && fix[i + 1] == '\n';
    if (is_part_of_crlf) continue;
    if (fix[i] != '\n') edit.text += fix[i];
    else (edit.text += line_end(text, finding.range.begin)) += indentation(text, finding.range.begin);
  }
  return edit;
}

std::string with_edits(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out += text.substr(at, edit.range.begin - at);
    out += edit.text;
    at = edit.range.end;
  }
  return out += text.substr(at);
}

std::string apply_fixes(std::string_view text, const std::vector<Finding>& findings) {
  std::vector<Edit> edits;
  for (const Finding& finding : findings)
    if (finding.fix && !finding.suppression) edits.push_back(edit_of(text, finding));
  std::ranges::stable_sort(edits, {}, &Edit::range);
  std::uint32_t at = 0;
  std::erase_if(edits, [&at](const Edit& edit) {
    if (edit.range.begin < at) return true;
    at = edit.range.end;
    return false;
  });
  return with_edits(text, edits);
}

}  // namespace sluice
