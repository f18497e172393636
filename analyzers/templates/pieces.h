// analyzers/templates/pieces.h - what a template consists of, whichever engine it is for.
//
//   {% for user in users %}<li>{{ user.name|safe }}</li>{% endfor %}
//   For(user, users)  Output(SluiceFilter.safe(user.name), as it is)  End
//
// The expressions in them are code of the host language already (host.h), every byte of it with its place in
// the template. Each engine has a reader that makes pieces (readers.h); page_writer.h makes a function of them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/syntax/extracted.h"
#include "analyzers/templates/html_place.h"

namespace sluice::templates {

struct Piece {
  enum class Kind : std::uint8_t {
    Output,   // of `code`
    Code,     // statements of the host language as they stand there
    If, ElseIf,  // `code` is the condition
    Else,
    For,      // over `code`, with `names`
    End,      // of the last If, For or Macro
    Set,      // names[0] is `code`
    Macro,    // a function names[0] with the parameters `code`
    Include,  // of the template that `code` names, with `given`
  } kind = Kind::Output;
  ByteRange range;                  // the whole tag
  ExtractedText code{};
  std::vector<ExtractedText> names{};
  std::vector<std::pair<ExtractedText, ExtractedText>> given{};  // name and value
  bool is_escaped = true;           // Output: by the engine, where it is not set otherwise
  bool gives_context = true;        // Include: all names of here mean the same there
  HtmlPlace place = HtmlPlace::Text;
};

// --- code with places ---

// What is put between stands for `place`.
void put(ExtractedText& out, std::string_view code, ByteRange place);
void copy(ExtractedText& out, std::string_view source, ByteRange range);
void add(ExtractedText& out, const ExtractedText& more);
// `[begin, end)` without blanks around it.
ByteRange trimmed(std::string_view source, std::size_t begin, std::size_t end);
inline std::string_view text_of(std::string_view source, ByteRange range) { return source.substr(range.begin, range.end - range.begin); }

// Longer ones are not looked into: no hand writes them.
inline constexpr std::size_t kLongestExpression = 8192;

bool is_word(char c);        // of a name: a letter, a digit, `_`
bool is_word_begin(char c);
// The first word at or behind `at`; empty without.
ByteRange next_word(std::string_view source, std::size_t at, std::size_t end);

}  // namespace sluice::templates
