#include "analyzers/languages/kotlin_prepare.h"

#include <algorithm>
#include <string_view>

namespace sluice {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// Where the word, or the words with dots between, that end at `end` begin.
std::size_t begin_of_words(std::string_view text, std::size_t end) {
  while (end > 0 && (is_word(text[end - 1]) || text[end - 1] == '.')) --end;
  return end;
}

// `class A<T>(...)`, `: A<T>(...)`, `: A<T> {`: types and definitions, no calls.
bool is_definition(std::string_view before) {
  while (before.ends_with(' ') || before.ends_with('\n') || before.ends_with('\r') || before.ends_with('\t')) before.remove_suffix(1);
  if (before.ends_with(':') && !before.ends_with("::")) return true;
  std::string_view word = before.substr(begin_of_words(before, before.size()));
  constexpr std::string_view kWords[] = {"class", "interface", "object", "typealias", "fun", "as", "is", "by"};
  return std::ranges::find(kWords, word) != std::end(kWords);
}

bool opens_arguments(std::string_view rest) { return rest.starts_with('(') || rest.starts_with('{') || rest.starts_with(" {"); }

}  // namespace

void prepare_kotlin(std::string& text) {
  for (std::size_t open = text.find('<'); open != std::string::npos; open = text.find('<', open + 1)) {
    if (open == 0 || !is_word(text[open - 1])) continue;
    std::size_t close = open + 1;
    while (close < text.size() && (is_word(text[close]) || text[close] == '.' || text[close] == '?')) ++close;
    bool is_type = close > open + 1 && close < text.size() && text[close] == '>';
    if (!is_type || !opens_arguments(std::string_view(text).substr(close + 1))) continue;
    if (is_definition(std::string_view(text).substr(0, begin_of_words(text, open)))) continue;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(open), text.begin() + static_cast<std::ptrdiff_t>(close) + 1, ' ');
  }
}

}  // namespace sluice
