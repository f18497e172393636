#include "analyzers/pattern/typed_hole.h"

#include <algorithm>

#include "analyzers/languages/definition.h"
#include "base/text.h"

namespace sluice {
namespace {

bool is_word_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$'; }

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  std::size_t begin = end;
  while (begin > 0 && is_word_char(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

// What stands before a parenthesis that is a list of parameters or arguments.
bool opens_list(std::string_view text, std::size_t at) {
  constexpr std::string_view kBeforeExpressions[] = {"return", "throw", "in", "case", "await", "yield", "and", "or", "not", "else", "new"};
  std::string_view word = word_before(text, at);
  if (!word.empty()) return std::ranges::find(kBeforeExpressions, word) == std::end(kBeforeExpressions);
  return at > 0 && (text[at - 1] == ')' || text[at - 1] == ']' || text[at - 1] == '>');
}

// `let f ($X : t) = ...`, `fun ($X : t) -> ...`: a parameter, though no bracket opens the list.
bool is_in_head(std::string_view text, std::size_t at) {
  for (std::string_view word : {"let ", "and ", "fun ", "method "}) {
    std::size_t begin = text.substr(0, at).rfind(word);
    if (begin == std::string_view::npos) continue;
    std::string_view between = text.substr(begin, at - begin);
    if (between.find('=') == std::string_view::npos && between.find("->") == std::string_view::npos) return true;
  }
  return false;
}

// A lambda's parameter. In C and C++ `->` is a member of what a pointer leads to.
bool is_before_body(Language language, std::string_view rest) {
  rest = trim(rest);
  bool has_pointers = language == Language::C || language == Language::Cpp;
  return rest.starts_with("=>") || (rest.starts_with("->") && !has_pointers) || rest.starts_with("{") || rest.starts_with(":");
}

// `$NAME` at the start; its length.
std::size_t name_length(std::string_view text) {
  if (text.size() < 2 || text[0] != '$' || !((text[1] >= 'A' && text[1] <= 'Z') || text[1] == '_')) return 0;
  std::size_t end = 1;
  while (end < text.size() && is_word_char(text[end]) && text[end] != '$') ++end;
  return end;
}

// A type and nothing else: names, dots, arguments, stars, brackets.
bool is_type_text(std::string_view text) {
  if (text.empty() || !(is_word_char(text[0]) || text[0] == '*' || text[0] == '[' || text[0] == '&')) return false;
  return std::ranges::all_of(text, [](char c) { return is_word_char(c) || std::string_view(" .:*&<>[],?").find(c) != std::string_view::npos; });
}

// `T $X` or `$X : T`, without parentheses.
std::optional<TypedHole> split_inside(std::string_view inside, TypedHoleForm form) {
  TypedHole hole;
  std::string_view type;
  if (form == TypedHoleForm::TypeFirst) {
    std::size_t dollar = inside.rfind('$');
    if (dollar == std::string_view::npos || dollar == 0 || name_length(inside.substr(dollar)) != inside.size() - dollar) return std::nullopt;
    hole.name = inside.substr(dollar);
    type = trim(inside.substr(0, dollar));
    if (type.find(':') != std::string_view::npos && type.find("::") == std::string_view::npos) return std::nullopt;
  } else {
    std::size_t length = name_length(inside);
    std::string_view rest = trim(inside.substr(length));
    if (length == 0 || !rest.starts_with(':') || rest.starts_with("::")) return std::nullopt;
    hole.name = inside.substr(0, length);
    type = trim(rest.substr(1));
  }
  bool has_comma_outside = type.find(',') != std::string_view::npos && type.find_first_of("<[") == std::string_view::npos;
  if (!is_type_text(type) || has_comma_outside) return std::nullopt;
  hole.type = type;
  return hole;
}

// `f($X: int)`: in the arguments of a call, not in the parameters of a `def`.
std::optional<TypedHole> argument_at(std::string_view text, std::size_t at) {
  std::size_t end = text.find_first_of(",)=", at);
  if (end == std::string_view::npos || text[end] == '=') return std::nullopt;
  int depth = 0;
  std::size_t open = std::string_view::npos;
  for (std::size_t i = at; i-- > 0 && open == std::string_view::npos;) {
    if (text[i] == ')') ++depth;
    if (text[i] == '(' && depth-- == 0) open = i;
    if (text[i] == '{' || text[i] == '[') return std::nullopt;
  }
  if (open == std::string_view::npos) return std::nullopt;
  std::string_view callee = word_before(text, open);
  std::size_t begin = static_cast<std::size_t>(callee.data() - text.data());
  if (callee.empty() || word_before(text, begin) == "def") return std::nullopt;
  auto hole = split_inside(trim(text.substr(at, end - at)), TypedHoleForm::NameFirst);
  if (hole) hole->end = end;
  return hole;
}

}  // namespace

std::optional<TypedHole> typed_hole_at(Language language, std::string_view text, std::size_t at) {
  const LanguageDefinition* definition = find_definition(language);
  TypedHoleForm form = definition ? definition->pattern.typed_hole : TypedHoleForm::None;
  if (form == TypedHoleForm::None) return std::nullopt;
  if (form == TypedHoleForm::Argument) return text[at] == '$' ? argument_at(text, at) : std::nullopt;
  if (text[at] != '(') return std::nullopt;
  bool is_list = definition->pattern.calls_without_brackets ? is_in_head(text, at) : opens_list(text, at);
  if (is_list) return std::nullopt;
  std::size_t close = text.find(')', at);
  if (close == std::string_view::npos || is_before_body(language, text.substr(close + 1))) return std::nullopt;
  std::string_view inside = trim(text.substr(at + 1, close - at - 1));
  auto hole = split_inside(inside, form);
  if (hole) hole->end = close + 1;
  return hole;
}

}  // namespace sluice
