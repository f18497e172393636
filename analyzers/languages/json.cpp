// JSON, with comments, grammar tree-sitter-json.
#include "analyzers/languages/definition.h"
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

}  // namespace

const LanguageDefinition& json_definition() {
  static constexpr LanguageDefinition kJson{
      .language = Language::Json,
      .grammar = tree_sitter_json,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .quotes = "\""},
  };
  return kJson;
}

}  // namespace sluice
