// HTML, and templates that are mostly HTML, grammar tree-sitter-html. Scripts in it
// are read by analyzers/syntax/embedded.h.
#include "analyzers/languages/markup.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_html();

namespace sluice {
namespace {

void shape_element(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Element, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_opening = s.is(child, "start_tag") || s.is(child, "self_closing_tag");
    if (s.is(child, "end_tag")) continue;
    if (!is_opening) {
      s.visit(child, Role::Element);
      continue;
    }
    for (RawIndex part : s.named_children(child)) s.visit(part, s.is(part, "tag_name") ? Role::Name : Role::Attribute);
  }
  s.close();
}

// Names of tags and attributes are the same in any case.
void shape_name(Shaper& s, RawIndex raw, Role role) { s.leaf(Kind::Name, role, raw, to_lower(s.text(raw))); }

constexpr NodeShape kShapes[] = {
    {.type = "element", .kind = Kind::Element, .shape = shape_element},
    {.type = "script_element", .kind = Kind::Element, .shape = shape_element},
    {.type = "style_element", .kind = Kind::Element, .shape = shape_element},
    {.type = "tag_name", .kind = Kind::Name, .shape = shape_name},
    {.type = "attribute", .kind = Kind::Pair, .shape = shape_markup_attribute},
    {.type = "attribute_name", .kind = Kind::Name, .shape = shape_name},
    {.type = "attribute_value", .kind = Kind::String, .make = Make::Leaf},
    {.type = "quoted_attribute_value", .kind = Kind::String, .shape = shape_string},
    {.type = "text", .kind = Kind::Text, .shape = shape_markup_text},
    {.type = "raw_text", .kind = Kind::Text, .shape = shape_markup_text},
    {.type = "entity", .kind = Kind::Text, .make = Make::Leaf},
    {.type = "doctype", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "erroneous_end_tag", .make = Make::Drop},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {{.before = "<slf ", .after = ">"}, {.before = "", .after = ""}};
constexpr std::string_view kEllipsis[] = {"@"};
constexpr std::string_view kMetavariable[] = {"@"};

}  // namespace

const LanguageDefinition& html_definition() {
  static constexpr LanguageDefinition kHtml{
      .language = Language::Html,
      .grammar = tree_sitter_html,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .dollar_in_names = true, .line_comment = ""},
      .is_full = true,
  };
  return kHtml;
}

}  // namespace sluice
