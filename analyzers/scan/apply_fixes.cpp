#include "analyzers/scan/apply_fixes.h"

#include <algorithm>

namespace sluice {
namespace {

// The blanks before `at` in its line.
std::string_view indentation(std::string_view text, std::size_t at) {
  std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1);
  line = line == std::string_view::npos ? 0 : at == 0 ? 0 : line + 1;
  std::size_t end = text.find_first_not_of(" \t", line);
  return text.substr(line, std::min(end, at) - line);
}

}  // namespace

std::string apply_fixes(std::string_view text, const std::vector<Finding>& findings) {
  std::vector<const Finding*> fixes;
  for (const Finding& finding : findings)
    if (finding.fix && !finding.suppression) fixes.push_back(&finding);
  std::ranges::stable_sort(fixes, {}, [](const Finding* finding) { return finding->range; });
  std::string out;
  std::size_t at = 0;
  for (const Finding* finding : fixes) {
    if (finding->range.begin < at) continue;
    out += text.substr(at, finding->range.begin - at);
    std::string_view indent = indentation(text, finding->range.begin);
    for (char c : *finding->fix) {
      out += c;
      if (c == '\n') out += indent;
    }
    at = finding->range.end;
  }
  return out += text.substr(at);
}

}  // namespace sluice
