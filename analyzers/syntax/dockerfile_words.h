// analyzers/syntax/dockerfile_words.h - the words of a Dockerfile's logical line.
//
// Quotes, escapes and variables hold words together; a shell also has operators that
// are words of their own. All places here are places in the logical line's text.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

struct WordSpan {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

// A piece of a word: text without its quotes, or a variable.
struct WordPart {
  WordSpan span;
  bool is_variable = false;
  std::string content;  // the text; the variable's name
  WordSpan name;        // of a variable
};

struct JsonString {
  WordSpan span;
  std::string content;
};

struct HeredocMark {
  std::string delimiter;
  bool strips_tabs = false;
};

class DockerfileWords {
 public:
  // `line` must outlive this. `escape` is the file's escape character.
  DockerfileWords(std::string_view line, char escape) : line_(line), escape_(escape) {}

  std::string_view line() const { return line_; }
  std::string_view part(WordSpan span) const { return line_.substr(span.begin, span.end - span.begin); }
  bool at_end(std::size_t at) const { return at >= line_.size(); }
  std::size_t skip_blanks(std::size_t at) const;

  // To the next blank outside quotes, or to `stop`.
  WordSpan word(std::size_t at, char stop = '\0') const;
  // A word or an operator of a shell.
  WordSpan shell_word(std::size_t at) const;
  // `&&`, `||`, `;`, `|`, with blanks around them or not; 0 for none.
  std::size_t operator_length(std::size_t at) const;

  // In a shell the escape character is the backslash, whatever the file says.
  std::vector<WordPart> parts(WordSpan word, char escape) const;
  // Where `separator` stands last outside variables; npos when nowhere.
  std::size_t last_outside_variables(WordSpan word, char separator) const;
  // `<<EOF`, `<<-"EOF"`, `3<<EOF`
  std::optional<HeredocMark> heredoc_mark(WordSpan word) const;
  // `["a", "b"]` to the end of the line; nothing when it is not quite that.
  // `is_string` says which bare words stand for strings (a pattern's stand-ins).
  std::optional<std::vector<JsonString>> json_strings(std::size_t at, const std::function<bool(WordSpan)>& is_string) const;

 private:
  std::size_t skip_quoted(std::size_t at) const;
  std::size_t end_of_variable(std::size_t at, std::size_t end) const;
  WordSpan name_of_variable(WordSpan variable) const;
  bool read_json_string(JsonString& out) const;

  std::string_view line_;
  char escape_;
};

}  // namespace sluice
