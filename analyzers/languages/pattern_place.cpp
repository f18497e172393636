#include "analyzers/languages/pattern_place.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace sluice {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// Behind the text that begins at `at`; behind its quote alone when nothing closes it.
std::size_t skip_text(std::string_view pattern, std::size_t at) {
  for (std::size_t i = at + 1; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') ++i;
    else if (pattern[i] == pattern[at]) return i + 1;
  }
  return at + 1;
}

bool has_word(std::string_view text, std::string_view word) {
  auto is_name = [&](std::size_t at) { return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_' || text[at] == '$'); };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if ((at == 0 || !is_name(at - 1)) && !is_name(at + word.size())) return true;
  return false;
}

// The brace that the place lies in; npos: none, or a parenthesis is nearer.
std::size_t opening_brace(std::string_view pattern, std::size_t at) {
  for (int depth = 0; at > 0;) {
    char c = pattern[--at];
    if (c == '}' || c == ')' || c == ']') ++depth;
    if ((c == '{' || c == '(' || c == '[') && depth-- == 0) return c == '{' ? at : std::string_view::npos;
  }
  return std::string_view::npos;
}

}  // namespace

bool is_at_arm(std::string_view pattern, std::size_t at, std::initializer_list<std::string_view> words, Arms arms) {
  std::size_t brace = opening_brace(pattern, at);
  if (brace == std::string_view::npos) return false;
  std::size_t begin = brace == 0 ? std::string_view::npos : pattern.find_last_of(";{}\n", brace - 1);
  std::string_view head = pattern.substr(begin == std::string_view::npos ? 0 : begin + 1, brace - (begin == std::string_view::npos ? 0 : begin + 1));
  if (std::ranges::none_of(words, [&](std::string_view word) { return has_word(head, word); })) return false;
  char before = last_visible(pattern, at);
  if (before == '{' || before == ',') return true;
  std::size_t last = pattern.find_last_not_of(kBlanks, at - 1);
  bool begins_line = pattern.substr(last, at - last).find('\n') != std::string_view::npos;
  return arms == Arms::OnLines && begins_line && before != '>' && before != ':';
}

bool is_loop_header(std::string_view pattern, std::size_t begin, std::size_t end) {
  std::size_t open = begin == 0 ? std::string_view::npos : pattern.find_last_not_of(kBlanks, begin - 1);
  std::size_t close = pattern.find_first_not_of(kBlanks, end);
  if (open == std::string_view::npos || close == std::string_view::npos || std::string_view("({").find(pattern[open]) == std::string_view::npos ||
      pattern[close] != (pattern[open] == '(' ? ')' : '}'))
    return false;
  std::size_t word = open == 0 ? std::string_view::npos : pattern.find_last_not_of(kBlanks, open - 1);
  return word != std::string_view::npos && has_word(pattern.substr(word < 2 ? 0 : word - 2, word < 2 ? 0 : 3), "for");
}

char last_visible(std::string_view pattern, std::size_t at) {
  std::size_t before = at == 0 ? std::string_view::npos : pattern.find_last_not_of(kBlanks, at - 1);
  return before == std::string_view::npos ? '\0' : pattern[before];
}

PatternPlace pattern_place(std::string_view pattern, std::size_t at, std::string_view quotes, std::string_view line_comment) {
  char before = last_visible(pattern, at);
  if (before == '=' || before == ':') return PatternPlace::Value;
  std::string open;
  for (std::size_t i = 0; i < at;) {
    char c = pattern[i];
    if (pattern.substr(i).starts_with(line_comment)) {
      i = std::min(pattern.find('\n', i), pattern.size());
    } else if (quotes.find(c) != std::string_view::npos) {
      i = skip_text(pattern, i);
    } else {
      if (c == '{' || c == '[' || c == '(') open += c;
      if ((c == '}' || c == ']' || c == ')') && !open.empty()) open.pop_back();
      ++i;
    }
  }
  if (open.empty()) return PatternPlace::TopLevel;
  return open.back() == '{' ? PatternPlace::Member : PatternPlace::Item;
}

}  // namespace sluice
