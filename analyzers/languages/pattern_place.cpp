#include "analyzers/languages/pattern_place.h"

#include <algorithm>
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

}  // namespace

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
