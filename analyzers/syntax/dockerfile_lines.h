// analyzers/syntax/dockerfile_lines.h - the physical side of a Dockerfile: lines that go
// on, comments between them, heredocs.
//
// Instructions are read from logical lines. A LogicalLine is its text without the
// continuations, and for each of its bytes the place in the file, so that every word
// knows its exact range even when it is written over two lines.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice {

struct LogicalLine {
  std::string text;
  std::vector<std::uint32_t> at;  // the file's offset of each byte of `text`
  std::uint32_t end = 0;          // the file's offset behind the line, without its newline

  // The file's range of the bytes [begin, end) of `text`; an empty one has a place too.
  ByteRange range(std::size_t begin, std::size_t end_of_part) const;
  // The same without the continuations and comments between.
  std::vector<ByteRange> ranges(std::size_t begin, std::size_t end_of_part) const;
};

struct Heredoc {
  ByteRange body;  // the lines between, without the closing delimiter
  std::uint32_t end = 0;  // behind the closing delimiter
};

class DockerfileLines {
 public:
  // Reads the parser directives at once.
  explicit DockerfileLines(std::string_view text);

  char escape() const { return escape_; }
  // The next line that is neither blank nor a comment; nothing at the end.
  std::optional<LogicalLine> next();
  // The lines up to `delimiter`, which begin where the last line ended. An unclosed one
  // reaches to the end of the file.
  Heredoc heredoc(std::string_view delimiter, bool strips_tabs);
  const std::vector<ByteRange>& comments() const { return comments_; }

 private:
  std::string_view line_at(std::size_t at) const;
  void advance(std::string_view line);
  void read_directives();
  bool skip_comment(std::string_view line);
  // The line without its continuation character; nothing when it does not go on.
  std::optional<std::string_view> continued(std::string_view line) const;

  std::string_view text_;
  std::size_t at_ = 0;
  char escape_ = '\\';
  std::vector<ByteRange> comments_;
};

}  // namespace sluice
