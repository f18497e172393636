// JSON, with comments, grammar tree-sitter-json.
#include <algorithm>

#include "analyzers/languages/definition.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_json();

namespace sluice {
namespace {

constexpr NodeShape kShapes[] = {
    {.type = "object", .kind = Kind::Map},
    {.type = "pair", .kind = Kind::Pair},
    {.type = "array", .kind = Kind::Array},
    {.type = "string", .kind = Kind::String, .shape = shape_string},
    {.type = "number", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {{.before = "", .after = ""}, {.before = "{", .after = "}"}};
// JSON has no names: what stands for a value is a string.
constexpr std::string_view kEllipsis[] = {"\"@\"", "\"@\": 1"};
constexpr std::string_view kMetavariable[] = {"\"@\""};

std::string_view ellipsis_at(std::string_view pattern, std::size_t begin, std::size_t) {
  PatternPlace place = pattern_place(pattern, begin, "\"", "//");
  return place == PatternPlace::Member ? "\"@\": 1" : place == PatternPlace::TopLevel ? "" : "\"@\"";
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_word(text[at]) || text[at] == '-')) ++at;
  return at;
}

// Behind the string that begins at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

// Rule authors write patterns as JavaScript: keys without quotes, commas behind the last element.
std::string prepare(std::string_view pattern) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    std::size_t end = at + 1;
    if (pattern[at] == '"') end = end_of_string(pattern, at);
    else if (is_word(pattern[at])) end = end_of_word(pattern, at);
    std::string_view part = pattern.substr(at, end - at);
    std::size_t next = pattern.find_first_not_of(kBlanks, end);
    char follows = next == std::string_view::npos ? '\0' : pattern[next];
    bool is_bare_key = is_word(part[0]) && follows == ':' && (at == 0 || pattern[at - 1] != '$');
    bool is_last_comma = part == "," && (follows == '}' || follows == ']' || follows == '\0');
    if (is_bare_key) out += '"';
    if (!is_last_comma) out += part;
    if (is_bare_key) out += '"';
    at = end;
  }
  return out;
}

}  // namespace

const LanguageDefinition& json_definition() {
  static constexpr LanguageDefinition kJson{
      .language = Language::Json,
      .grammar = tree_sitter_json,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .prepare = prepare, .metavariable = kMetavariable, .quotes = "\""},
      .is_full = true,
  };
  return kJson;
}

}  // namespace sluice
