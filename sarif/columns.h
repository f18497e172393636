// sarif/columns.h - byte offsets of a text as SARIF's lines, columns and snippets.
//
// Analyzers count bytes; a log with columnKind utf16CodeUnits counts UTF-16 code units:
// an emoji is four bytes and two columns. Lines end at LF or CR LF (a lone CR ends
// none), as the log's newlineSequences say. A byte order mark counts for nothing. A
// malformed sequence counts as U+FFFD, as every consumer decodes it.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "sarif/log.h"

namespace sluice::sarif {

// The 1-based UTF-16 column of the 0-based byte `byte` of a line (given without its
// line break, and without a byte order mark).
std::int32_t utf16_column(std::string_view line, std::size_t byte);

// Lines of one text; refers to it. Made once per file that has results.
class TextLines {
 public:
  explicit TextLines(std::string_view text);

  // The region of bytes [begin, end), clamped to the text, with its four numbers and its
  // text as the snippet (cut after `max_snippet` bytes, at a character). An end that lies
  // behind a line break stays on the line before it.
  Region region(std::size_t begin, std::size_t end, std::size_t max_snippet = 2000) const;
  // The whole lines of `region` and `around` lines on each side.
  Region context(const Region& region, std::int32_t around = 1, std::size_t max_snippet = 4000) const;
  std::string_view line(std::int32_t number) const;  // 1-based, without its line break

 private:
  std::int32_t line_at(std::size_t byte) const;
  std::string_view text_;
  std::vector<std::size_t> begins_;  // of each line, and the end of the text
};

}  // namespace sluice::sarif
