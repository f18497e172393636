#include "analyzers/languages/scala_prepare.h"

#include <algorithm>
#include <string_view>

namespace sluice {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t skip_word(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word(text[at])) ++at;
  return at;
}

// How far a type or an annotation's arguments are looked into, in bytes.
constexpr std::size_t kReach = 300;

// Behind a type: words, dots, and what stands in brackets.
std::size_t skip_type(std::string_view text, std::size_t at) {
  int depth = 0;
  for (std::size_t stop = std::min(text.size(), at + kReach); at < stop; ++at) {
    if (text[at] == '[') ++depth;
    if (text[at] == ']' && --depth < 0) return at;
    bool is_part = is_word(text[at]) || text[at] == '.' || text[at] == ']' || text[at] == '[' || text[at] == ' ';
    if (!is_part && !(depth > 0 && (text[at] == ',' || is_blank(text[at])))) return at;
  }
  return at;
}

void blank_out(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (!is_blank(text[i])) text[i] = ' ';
}

// `{ implicit a: T =>` and `{ a: T =>` from `open` on: the grammar wants parentheses
// around a parameter with a type. They go where blanks are; else the type is left out.
void prepare_typed_lambda(std::string& text, std::size_t open) {
  std::size_t name = skip_blanks(text, open + 1);
  std::size_t name_end = skip_word(text, name);
  if (std::string_view(text).substr(name, name_end - name) == "implicit") {
    blank_out(text, name, name_end);
    name = skip_blanks(text, name_end);
    name_end = skip_word(text, name);
  }
  std::size_t colon = skip_blanks(text, name_end);
  if (name == name_end || colon >= text.size() || text[colon] != ':') return;
  std::size_t type_end = skip_type(text, skip_blanks(text, colon + 1));
  if (!std::string_view(text).substr(type_end).starts_with("=>")) return;
  bool has_room = is_blank(text[name - 1]) && is_blank(text[type_end - 1]);
  if (!has_room) return blank_out(text, colon, type_end);
  text[name - 1] = '(';
  text[type_end - 1] = ')';
}

// `class A @B() (a: T)`: the grammar takes the parameters for those of the annotation.
// `at` is behind the class's name.
void prepare_constructor_annotation(std::string& text, std::size_t at) {
  std::size_t sign = skip_blanks(text, at);
  if (sign >= text.size() || text[sign] != '@') return;
  std::size_t open = skip_word(text, sign + 1);
  if (open >= text.size() || text[open] != '(') return;
  std::size_t close = std::string_view(text).substr(open, kReach).find(')');
  if (close == std::string_view::npos) return;
  close += open;
  std::size_t next = skip_blanks(text, close + 1);
  if (next < text.size() && text[next] == '(') blank_out(text, sign, close + 1);
}

}  // namespace

void prepare_scala(std::string& text) {
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) prepare_typed_lambda(text, at);
  constexpr std::string_view kClass = "class ";
  for (std::size_t at = text.find(kClass); at != std::string::npos; at = text.find(kClass, at + 1))
    prepare_constructor_annotation(text, skip_word(text, skip_blanks(text, at + kClass.size())));
}

}  // namespace sluice
