// analyzers/scan/rule_page.h - what a rule says to somebody who met it: `sluice rules explain`.
//
// Problematic and correct code come from the marked files beside the rule, so what a page shows
// is what the rule's test proves. Rationale and exceptions come from the rule's metadata
// (`rationale`, `exceptions`), else from the text on its weakness, which many rules share
// (rules/weaknesses.md).
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/pattern/rule.h"

namespace sluice {

struct MarkedFile {
  std::string path;  // as it is shown
  std::string text;
};

struct RulePage {
  std::vector<std::string> problematic, correct;  // code, without its indentation; the first few
  std::string rationale, exceptions;

  std::vector<std::string_view> missing() const;  // the parts that nobody wrote
};

// The section on a weakness in a text of this form; empty parts when it has none:
//   ## CWE-78
//   Why it matters, in one or more lines.
//   Exceptions: where a finding may be accepted.
struct WeaknessText {
  std::string rationale, exceptions;
};
WeaknessText find_weakness(std::string_view weaknesses, std::string_view cwe);

RulePage make_rule_page(const Rule& rule, std::span<const MarkedFile> files, std::string_view weaknesses);

// As Markdown that also reads well in a terminal.
std::string render_rule_page(const Rule& rule, const RulePage& page);

}  // namespace sluice
