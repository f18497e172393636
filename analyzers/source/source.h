// analyzers/source/source.h - a file as the analyzers see it: immutable UTF-8 text.
//
// Everything after this stage speaks of bytes in `Source::text`; lines and columns
// are worked out at the printing edge, by SourceSet::position. Text lives once, in
// the SourceSet; others hold a Span or a std::string_view into it.
//
//   Lines end at "\n" or "\r\n", which stay in the text. A lone "\r" is a line end for
//   Java, C#, JavaScript, Python and editors, but not for grammars or git; it is stored as
//   "\n" (one byte for one byte), so that nobody hides code behind `// ...\r`, and
//   `has_lone_cr` is set: such a text is not written back by a fix.
//   Columns count UTF-16 code units from 1, as SARIF's default columnKind and editors do.
//   A byte order mark is no part of the text and takes no column.
//
// Not here: which files there are (discovery.h), bytes to Source (reader.h),
// file names to languages (language.h).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/source/language.h"
#include "base/id.h"
#include "base/result.h"

namespace sluice {

using SourceId = Id<struct SourceTag>;

// Half-open byte range in one file's text.
struct Span {
  SourceId source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};
static_assert(sizeof(Span) == 12);  // there are millions of them

// What the file was before it became UTF-8.
enum class Encoding : std::uint8_t {
  Utf8,
  Utf8Bom,
  Utf8Damaged,  // UTF-8 with some bytes that are not; each of those became U+FFFD
  Utf16Le,
  Utf16Be,
  Utf16LeBom,
  Utf16BeBom,
  Windows1252,  // the superset of Latin-1 that files called Latin-1 are in
};
std::string_view name(Encoding encoding);  // "utf-8", "utf-8 with byte order mark", ...

// Both counted from 1; the column in UTF-16 code units.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Range {
  Position begin;
  Position end;  // exclusive, as SARIF's endColumn
  friend auto operator<=>(const Range&, const Range&) = default;
};

// Where the lines of a text begin. The text is passed again to what needs it: a
// LineIndex owns no text and survives the move of its Source.
class LineIndex {
 public:
  LineIndex() : begins_{0} {}
  explicit LineIndex(std::string_view text);

  std::uint32_t line_count() const { return static_cast<std::uint32_t>(begins_.size()); }
  std::uint32_t line_of(std::uint32_t offset) const;   // from 1; past the end: the last line
  std::uint32_t begin_of(std::uint32_t line) const;    // byte offset; lines from 1, checked
  // The line's text without its line end; empty for a line that is not there.
  std::string_view line(std::string_view text, std::uint32_t number) const;
  Position position(std::string_view text, std::uint32_t offset) const;
  // The inverse of `position`: a column past the line's end gives the line's end.
  std::uint32_t offset(std::string_view text, Position position) const;

 private:
  std::vector<std::uint32_t> begins_;
};

struct Source {
  std::string path;  // relative to the scan root, '/' between the parts; bytes as the file system has them
  std::string text;  // valid UTF-8, without byte order mark
  LineIndex lines;
  Encoding encoding = Encoding::Utf8;
  Language language = Language::Text;
  std::string language_reason;  // "extension .h; `namespace` at line 12"
  bool has_lone_cr = false;

  std::string_view line(std::uint32_t number) const { return lines.line(text, number); }
  // As `wc -l` and people count: what stands behind the last line end is a line only when it is not empty.
  std::uint32_t written_lines() const { return lines.line_count() - (line(lines.line_count()).empty() ? 1 : 0); }
};

// All sources of a run. Built by a Builder, then frozen: ids stay valid, threads read
// without a lock. Ids follow the order of adding, which the reader makes the order of paths.
class SourceSet {
 public:
  class Builder;

  std::uint32_t size() const { return static_cast<std::uint32_t>(sources_.size()); }
  bool empty() const { return sources_.empty(); }
  const Source& operator[](SourceId id) const;
  const std::vector<Source>& all() const { return sources_; }
  SourceId id_at(std::uint32_t index) const { return SourceId{index}; }

  std::string_view text(Span span) const;
  Range range(Span span) const;
  Place place(Span span) const;  // path, line and column of the span's begin (column in UTF-16 units)

 private:
  std::vector<Source> sources_;
};

class SourceSet::Builder {
 public:
  SourceId add(Source source);
  SourceSet build() &&;

 private:
  SourceSet set_;
};

// Number of UTF-16 code units of a UTF-8 text.
std::uint32_t utf16_length(std::string_view text);

}  // namespace sluice
