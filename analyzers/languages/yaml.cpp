// YAML 1.2, grammar tree-sitter-yaml: documents of Map, Array and scalars.
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_yaml();

namespace sluice {
namespace {

// `key: value` alone in a pattern is a pair of any mapping, not a mapping of one pair.
void shape_mapping(Shaper& s, RawIndex raw, Role role) {
  bool is_whole_pattern = s.is_pattern() && s.out().open_count() == 1;
  std::vector<RawIndex> pairs = s.named_children(raw);
  if (is_whole_pattern && pairs.size() == 1 && s.is(raw, "block_mapping")) return s.visit(pairs[0], role);
  s.visit_by_table(raw, role);
}

// `|` and `>`: the lines without their common indentation. What `>` folds stays as it is written.
void shape_block_scalar(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::size_t header = text.find('\n');
  std::vector<std::string_view> lines;
  if (header != std::string_view::npos) lines = split(text.substr(header + 1), '\n');
  std::size_t indent = std::string_view::npos;
  for (std::string_view line : lines) indent = std::min(indent, line.find_first_not_of(" \t\r"));
  std::string content;
  for (std::string_view line : lines) {
    content += line.substr(std::min(indent, line.size()));
    content += '\n';
  }
  s.leaf(Kind::String, role, raw, content);
}

void shape_alias(Shaper& s, RawIndex raw, Role role) { s.leaf(Kind::Name, role, raw, s.text(raw).substr(1)); }

constexpr NodeShape kShapes[] = {
    {.type = "document", .make = Make::Splice},
    {.type = "block_node", .make = Make::Splice},
    {.type = "flow_node", .make = Make::Splice},
    {.type = "plain_scalar", .make = Make::Splice},
    {.type = "block_mapping", .kind = Kind::Map, .shape = shape_mapping},
    {.type = "flow_mapping", .kind = Kind::Map},
    {.type = "block_mapping_pair", .kind = Kind::Pair},
    {.type = "flow_pair", .kind = Kind::Pair},
    {.type = "block_sequence", .kind = Kind::Array},
    {.type = "block_sequence_item", .make = Make::Splice},
    {.type = "flow_sequence", .kind = Kind::Array},
    {.type = "string_scalar", .kind = Kind::String, .make = Make::Leaf},
    {.type = "timestamp_scalar", .kind = Kind::String, .make = Make::Leaf},
    {.type = "integer_scalar", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float_scalar", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "boolean_scalar", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_scalar", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "double_quote_scalar", .kind = Kind::String, .shape = shape_string},
    {.type = "single_quote_scalar", .kind = Kind::String, .shape = shape_string},
    {.type = "block_scalar", .kind = Kind::String, .shape = shape_block_scalar},
    {.type = "alias", .kind = Kind::Name, .shape = shape_alias},
    {.type = "anchor", .make = Make::Drop},
    {.type = "tag", .make = Make::Drop},
    {.type = "yaml_directive", .make = Make::Drop},
    {.type = "tag_directive", .make = Make::Drop},
    {.type = "reserved_directive", .make = Make::Drop},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {{.before = "", .after = ""}, {.before = "", .after = "\n"}};
constexpr std::string_view kEllipsis[] = {"@", "@: @", "- @"};
constexpr std::string_view kMetavariable[] = {"@"};

}  // namespace

const LanguageDefinition& yaml_definition() {
  static constexpr LanguageDefinition kYaml{
      .language = Language::Yaml,
      .grammar = tree_sitter_yaml,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .line_comment = "#"},
  };
  return kYaml;
}

}  // namespace sluice
