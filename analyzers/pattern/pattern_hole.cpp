#include "analyzers/pattern/pattern_hole.h"

#include <algorithm>

#include "analyzers/languages/definition.h"
#include "analyzers/pattern/typed_hole.h"
#include "base/text.h"

namespace sluice {
namespace {

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// A string literal, and the ranges in it that are code.
struct StringScan {
  std::size_t end = 0;
  std::vector<std::pair<std::size_t, std::size_t>> code;
};

// Where the code that begins at `at`, in a string of `quote`, ends: at the closing bracket.
std::size_t end_of_code(std::string_view text, std::size_t at) {
  int depth = 1;
  for (; at < text.size(); ++at) {
    if (std::string_view("({[").find(text[at]) != std::string_view::npos) ++depth;
    if (std::string_view(")}]").find(text[at]) != std::string_view::npos && --depth == 0) break;
  }
  return at;
}

StringScan scan_string(const PatternSyntax& syntax, std::string_view text, std::size_t at) {
  StringScan scan;
  char quote = text[at];
  bool has_prefix = syntax.template_prefix.empty() || (at > 0 && syntax.template_prefix.find(text[at - 1]) != std::string_view::npos);
  bool has_code = !syntax.interpolation.empty() && has_prefix;
  bool is_long = text.substr(at).starts_with(std::string(3, quote)) && quote != '`';
  std::size_t width = is_long ? 3 : 1;
  for (std::size_t i = at + width; i < text.size(); ++i) {
    std::string_view rest = text.substr(i);
    if (has_code && rest.starts_with(syntax.interpolation)) {
      std::size_t begin = i + syntax.interpolation.size();
      i = end_of_code(text, begin);
      scan.code.emplace_back(begin, i);
    } else if (text[i] == '\\') {
      ++i;
    } else if (rest.starts_with(std::string(width, quote))) {
      scan.end = i + width;
      return scan;
    }
  }
  return {at + 1, {}};  // an apostrophe that opens nothing
}

// `$X`, `$...X`, `$_`: its length; 0 for anything else.
std::size_t metavariable_length(std::string_view text) {
  if (!text.starts_with('$')) return 0;
  std::size_t at = text.substr(1).starts_with("...") ? 4 : 1;
  std::size_t start = at;
  while (at < text.size() && ((text[at] >= 'A' && text[at] <= 'Z') || text[at] == '_' || (at > start && text[at] >= '0' && text[at] <= '9'))) ++at;
  bool goes_on = at < text.size() && text[at] >= 'a' && text[at] <= 'z';  // `$Xyz` is a name, `$_GET` was taken above
  return at == start || goes_on ? 0 : at;
}

bool is_superglobal(std::string_view word) {
  constexpr std::string_view kNames[] = {"$_GET", "$_POST", "$_COOKIE", "$_REQUEST", "$_SERVER", "$_FILES", "$_SESSION", "$_ENV"};
  for (std::string_view name : kNames)
    if (word == name) return true;
  return false;
}

// Whether a `<...` was seen that no `...>` closed. `<a ...>` and `List<...>` have none.
bool is_in_deep_ellipsis(const std::vector<Hole>& holes) {
  int depth = 0;
  for (const Hole& hole : holes)
    if (hole.kind == Kind::DeepEllipsis) depth += hole.name == "(" ? 1 : -1;
  return depth > 0;
}

// `"=~/re/"`: its escapes are those of the expression, which the language need not have.
bool is_string_regex(std::string_view text, std::size_t begin, std::size_t end) {
  bool has_prefix = begin > 0 && is_word_char(text[begin - 1]);
  return !has_prefix && end > begin + 5 && text.substr(begin + 1).starts_with("=~/") && text[end - 1] == text[begin];
}

// In a chain (`a. ... .b()`) the blanks around it belong to it: not every grammar takes them there.
Hole ellipsis_at(std::string_view text, std::size_t at) {
  Hole hole{at, at + 3, Kind::Ellipsis, "..."};
  std::size_t before = text.find_last_not_of(" ", at == 0 ? 0 : at - 1), behind = text.find_first_not_of(" ", at + 3);
  bool is_in_chain = at > 0 && before < at && behind != std::string_view::npos && text[before] == '.' && text[behind] == '.';
  if (is_in_chain) hole.begin = before + 1, hole.end = behind;
  return hole;
}

// Ruby's `#{` opens code, in texts without quotes too (`/...#{...}.../`).
bool begins_comment(const PatternSyntax& syntax, std::string_view rest) {
  bool opens_code = !syntax.interpolation.empty() && rest.starts_with(syntax.interpolation);
  return !syntax.line_comment.empty() && rest.starts_with(syntax.line_comment) && !opens_code;
}

void find_holes(const LanguageDefinition& language, std::string_view text, std::size_t at, std::vector<Hole>& holes) {
  const PatternSyntax& syntax = language.pattern;
  while (at < text.size()) {
    std::string_view rest = text.substr(at);
    if (begins_comment(syntax, rest)) {
      at = std::min(text.find('\n', at), text.size());
    } else if (syntax.quotes.find(text[at]) != std::string_view::npos) {
      StringScan scan = scan_string(syntax, text, at);
      if (is_string_regex(text, at, scan.end)) holes.push_back({at, scan.end, Kind::StringRegex, std::string(text.substr(at + 3, scan.end - at - 4))});
      for (auto [begin, end] : scan.code) find_holes(language, text.substr(0, end), begin, holes);
      at = scan.end;
    } else if (rest.starts_with("<...") && !rest.starts_with("<...>")) {
      holes.push_back({at, at + 4, Kind::DeepEllipsis, "("});
      at += 4;
    } else if (rest.starts_with("...>") && is_in_deep_ellipsis(holes)) {
      holes.push_back({at, at + 4, Kind::DeepEllipsis, ")"});
      at += 4;
    } else if (rest.starts_with("...")) {
      bool is_spread = syntax.spread_before_name && rest.size() > 3 &&
                       (is_word_char(rest[3]) || rest[3] == '$' || rest[3] == '[' || rest[3] == '{');
      if (!is_spread) holes.push_back(ellipsis_at(text, at));
      at += 3;
    } else if (auto typed = typed_hole_at(language.language, text, at)) {
      holes.push_back({at, typed->end, Kind::Hole, typed->name + ": " + typed->type});
      at = typed->end;
    } else if (std::size_t length = metavariable_length(rest); length > 0 && !is_superglobal(rest.substr(0, length))) {
      bool is_sequence = rest.substr(1).starts_with("...");
      holes.push_back({at, at + length, is_sequence ? Kind::SequenceHole : Kind::Hole, std::string(rest.substr(0, length))});
      at += length;
    } else {
      ++at;
      while (is_word_char(text[at - 1]) && at < text.size() && is_word_char(text[at])) ++at;
    }
  }
}

bool ends_with_word(std::string_view text, std::string_view word) {
  return text.ends_with(word) && (text.size() == word.size() || !is_word_char(text[text.size() - word.size() - 1]));
}

// `if (a) { ... }`, `f(a) { ... }`, `try { ... }`: the only thing in a body. `new T(a) { ... }`
// has a list.
bool is_whole_body(std::string_view text, std::size_t brace, std::size_t after) {
  bool is_alone = brace != std::string_view::npos && text[brace] == '{' && after != std::string_view::npos && text[after] == '}';
  if (!is_alone) return false;
  std::string_view head = trim(text.substr(0, brace));
  std::size_t begin = head.find_last_of(";{}");
  std::string_view statement = begin == std::string_view::npos ? head : head.substr(begin + 1);
  for (std::string_view word : {"else", "try", "finally", "do"})
    if (ends_with_word(statement, word)) return true;
  return statement.ends_with(')') && statement.find("new ") == std::string_view::npos;
}

// Where the parenthesis that the place lies in is opened; npos: in none.
std::size_t opening_parenthesis(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at > 0) {
    char c = text[--at];
    if (c == ')') ++depth;
    if (c == '(' && depth-- == 0) return at;
    if (c == '{' || c == '}' || c == ';') return std::string_view::npos;
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<Hole> find_holes(const LanguageDefinition& language, std::string_view text) {
  std::vector<Hole> holes;
  find_holes(language, text, 0, holes);
  return holes;
}

bool is_at_statement(std::string_view text, const Hole& hole) {
  std::size_t before = hole.begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", hole.begin - 1);
  std::size_t after = text.find_first_not_of(" \t\r\n", hole.end);
  bool begins = before == std::string_view::npos || std::string_view(";{}").find(text[before]) != std::string_view::npos;
  // One `...` below the other.
  begins |= before != std::string_view::npos && before > 1 && text.substr(before - 2, 3) == "..." && text.substr(before, hole.begin - before).find('\n') != std::string_view::npos;
  bool ends = after != std::string_view::npos && (text.substr(after).starts_with("...") || std::string_view(",;:.)]}=").find(text[after]) == std::string_view::npos);
  // The last in its block, or of all. Behind `{` alone it could be an element.
  bool is_last = after == std::string_view::npos || text[after] == '}';
  ends |= is_last && before != std::string_view::npos && std::string_view(";}").find(text[before]) != std::string_view::npos;
  // `{ slmv }` behind `=>` could be an initializer in C#.
  bool is_lambda_body = begins && before != std::string_view::npos && trim(text.substr(0, before)).ends_with("=>");
  return hole.kind == Kind::Ellipsis && begins && (ends || is_lambda_body || is_whole_body(text, before, after));
}

bool is_at_line(std::string_view text, const Hole& hole) {
  constexpr std::string_view kGoesOn = "([,=.+-*/%&|<>:?!@";
  std::size_t before = hole.begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", hole.begin - 1);
  std::size_t after = text.find_first_not_of(" \t\r\n", hole.end);
  if (hole.kind != Kind::Ellipsis || after == std::string_view::npos || std::string_view(",;:.)]=+").find(text[after]) != std::string_view::npos) return false;
  if (text.substr(after).starts_with("else")) return false;  // a branch: `if (a) ... else ...`
  bool is_alone = before != std::string_view::npos && text[before] == '{' && text[after] == '}';
  if (before == std::string_view::npos || is_alone) return !is_alone;
  bool has_line_end = text.substr(before, hole.begin - before).find('\n') != std::string_view::npos;
  if (has_line_end) return kGoesOn.find(text[before]) == std::string_view::npos;
  return std::string_view(";{})").find(text[before]) != std::string_view::npos;
}

bool is_at_parameter(std::string_view text, const Hole& hole) {
  std::size_t open = opening_parenthesis(text, hole.begin);
  std::size_t close = text.find(')', hole.end);
  if (open == std::string_view::npos || close == std::string_view::npos) return false;
  std::string_view behind = trim(text.substr(close + 1)), before = trim(text.substr(0, open));
  bool has_body = behind.starts_with('{') || (!behind.empty() && is_word_char(behind[0]));
  std::size_t name = before.size();
  while (name > 0 && (is_word_char(before[name - 1]) || before[name - 1] == '$')) --name;
  std::string_view type = trim(before.substr(0, name));
  bool has_type = !type.empty() && (is_word_char(type.back()) || std::string_view(">]*&?").find(type.back()) != std::string_view::npos);
  bool is_creation = type == "new" || type.ends_with(" new") || type == "else" || type.ends_with(" else");
  return has_body && name < before.size() && has_type && !is_creation;
}

bool is_map_pair(std::string_view text) {
  bool begins_key = text.starts_with(':') || text.starts_with('"') || text.starts_with('\'') || metavariable_length(text) > 0;
  std::size_t arrow = text.find("=>");
  return begins_key && arrow != std::string_view::npos && text.substr(0, arrow).find_first_of("({[\n") == std::string_view::npos;
}

}  // namespace sluice
