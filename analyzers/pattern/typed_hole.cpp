#include "analyzers/pattern/typed_hole.h"

#include "base/text.h"

namespace sluice {
namespace {

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view each : words)
    if (word == each) return true;
  return false;
}

// The word that ends right before `at`, blanks aside.
std::string_view word_before(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n')) --at;
  std::size_t begin = at;
  while (begin > 0 && (is_word_char(text[begin - 1]) || text[begin - 1] == '$')) --begin;
  return text.substr(begin, at - begin);
}

char char_before(std::string_view text, std::size_t at) {
  std::size_t found = at == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", at - 1);
  return found == std::string_view::npos ? '\0' : text[found];
}

// A parenthesis behind a name opens arguments or parameters, unless the name is a keyword
// that an expression follows.
bool may_begin_expression(std::string_view text, std::size_t open) {
  std::string_view word = word_before(text, open);
  if (!word.empty()) return is_one_of(word, {"return", "throw", "in", "case", "else", "await", "yield", "not", "and", "or"});
  char before = char_before(text, open);
  return before != ')' && before != ']' && before != '>';
}

// Behind the closing parenthesis: an arrow or a body makes it a list of parameters.
bool may_end_expression(std::string_view text, std::size_t end) {
  std::string_view rest = trim(text.substr(end));
  return !rest.starts_with("->") && !rest.starts_with("=>") && !rest.starts_with('{');
}

bool is_balanced(std::string_view type) {
  int depth = 0;
  for (char c : type) {
    if (c == '<' || c == '[' || c == '(' || c == '{') ++depth;
    if (c == '>' || c == ']' || c == ')' || c == '}') --depth;
    if (depth < 0 || (c == ',' && depth == 0)) return false;
  }
  return depth == 0;
}

bool is_type(std::string_view type) {
  if (type.empty() || !is_balanced(type)) return false;
  bool begins = is_word_char(type[0]) || type[0] == '$' || type[0] == '*' || type[0] == '[' || type[0] == '.';
  if (!begins || (type[0] >= '0' && type[0] <= '9')) return false;
  if (type.find_first_of("+/%=!\"'`;|^~") != std::string_view::npos || type.find("&&") != std::string_view::npos) return false;
  for (std::size_t at = 0; at < type.size();) {
    std::size_t end = at;
    while (end < type.size() && is_word_char(type[end])) ++end;
    if (is_one_of(type.substr(at, end - at), {"new", "instanceof", "in", "is", "as", "not", "and", "or", "await", "return", "throw", "delete", "typeof", "sizeof", "yield"}))
      return false;
    at = std::max(end, at + 1);
  }
  return true;
}

// Where the parenthesis that opens at `open` is closed; npos when it is not.
std::size_t closing(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return at;
  }
  return std::string_view::npos;
}

// `(T $X)`
std::optional<TypedHoleText> find_type_first(std::string_view text, std::size_t open) {
  std::size_t close = closing(text, open);
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view inner = trim(text.substr(open + 1, close - open - 1));
  std::size_t dollar = inner.rfind('$');
  if (dollar == std::string_view::npos || dollar == 0 || metavariable_length(inner.substr(dollar)) != inner.size() - dollar) return std::nullopt;
  // `a * $X` is a product, `T *$X` a pointer.
  char last = inner[dollar - 1];
  bool is_apart = last == ' ' || last == '*' || last == '&' || last == ']' || last == '>';
  std::string_view type = trim(inner.substr(0, dollar));
  bool is_operator = last == ' ' && !type.empty() && (type.ends_with('*') || type.ends_with('&') || type.ends_with('-') || type.ends_with('.'));
  if (!is_apart || is_operator || !is_type(type)) return std::nullopt;
  return TypedHoleText{close + 1, std::string(inner.substr(dollar)), std::string(type)};
}

// `($X : T)`
std::optional<TypedHoleText> find_name_first(std::string_view text, std::size_t open) {
  std::size_t close = closing(text, open);
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view inner = trim(text.substr(open + 1, close - open - 1));
  std::size_t length = metavariable_length(inner);
  std::string_view rest = trim(inner.substr(length));
  if (length == 0 || !rest.starts_with(':') || rest.starts_with("::") || rest.starts_with(":=")) return std::nullopt;
  std::string_view type = trim(rest.substr(1));
  if (!is_type(type)) return std::nullopt;
  return TypedHoleText{close + 1, std::string(inner.substr(0, length)), std::string(type)};
}

// `f($X: T)`: not among the parameters of a definition.
std::optional<TypedHoleText> find_argument(std::string_view text, std::size_t at) {
  std::size_t length = metavariable_length(text.substr(at));
  std::size_t colon = text.find_first_not_of(" \t", at + length);
  if (length == 0 || colon == std::string_view::npos || text[colon] != ':') return std::nullopt;
  int depth = 0;
  std::size_t open = at;
  while (open > 0 && depth >= 0) {
    char c = text[--open];
    if (c == ')' || c == ']' || c == '}') ++depth;
    if (c == '(' || c == '[' || c == '{') --depth;
  }
  if (depth >= 0 || text[open] != '(') return std::nullopt;
  std::string_view callee = word_before(text, open);
  if (callee.empty() || word_before(text, static_cast<std::size_t>(callee.data() - text.data())) == "def") return std::nullopt;
  std::size_t end = colon + 1;
  for (depth = 0; end < text.size() && (depth > 0 || (text[end] != ',' && text[end] != ')')); ++end) {
    if (text[end] == '[' || text[end] == '(') ++depth;
    if (text[end] == ']' || text[end] == ')') --depth;
  }
  std::string_view type = trim(text.substr(colon + 1, end - colon - 1));
  if (!is_type(type)) return std::nullopt;
  return TypedHoleText{end, std::string(text.substr(at, length)), std::string(type)};
}

}  // namespace

std::size_t metavariable_length(std::string_view text) {
  if (!text.starts_with('$')) return 0;
  std::size_t at = text.substr(1).starts_with("...") ? 4 : 1;
  std::size_t start = at;
  while (at < text.size() && ((text[at] >= 'A' && text[at] <= 'Z') || text[at] == '_' || (at > start && text[at] >= '0' && text[at] <= '9'))) ++at;
  bool goes_on = at < text.size() && text[at] >= 'a' && text[at] <= 'z';  // `$Xyz` is a name
  return at == start || goes_on ? 0 : at;
}

std::optional<TypedHoleText> find_typed_hole(TypedHole style, std::string_view text, std::size_t at) {
  if (style == TypedHole::Argument) return text[at] == '$' ? find_argument(text, at) : std::nullopt;
  if (style == TypedHole::None || text[at] != '(' || !may_begin_expression(text, at)) return std::nullopt;
  auto found = style == TypedHole::TypeFirst ? find_type_first(text, at) : find_name_first(text, at);
  if (found && !may_end_expression(text, found->end)) return std::nullopt;
  return found;
}

}  // namespace sluice
