// XML 1.0, grammar tree-sitter-xml.
#include "analyzers/languages/markup.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_xml();

namespace sluice {
namespace {

void shape_element(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Element, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_opening = s.is(child, "STag") || s.is(child, "EmptyElemTag");
    if (s.is(child, "ETag")) continue;
    if (!is_opening) {
      s.visit(child, Role::Element);
      continue;
    }
    for (RawIndex part : s.named_children(child)) s.visit(part, s.is(part, "Name") ? Role::Name : Role::Attribute);
  }
  s.close();
}

// `<!DOCTYPE a SYSTEM "b" [ ... ]>`: the declarations are its body.
void shape_doctype(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, "DOCTYPE");
  std::size_t i = 0;
  if (!parts.empty() && s.is(parts[0], "Name")) s.visit(parts[i++], Role::Name);
  if (i < parts.size() && s.is(parts[i], "ExternalID")) s.visit(parts[i++], Role::Parent);
  if (i < parts.size()) {
    s.open(Kind::Block, Role::Body, ByteRange{s.raw(parts[i]).begin, s.raw(parts.back()).end});
    for (; i < parts.size(); ++i) s.visit(parts[i], Role::Element);
    s.close();
  }
  s.close();
}

// `<!ENTITY a "b">`, `<!ENTITY a SYSTEM "b">`
void shape_entity(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "Name") ? Role::Name : Role::Value);
  s.close();
}

// `SYSTEM "b"`, `PUBLIC "a" "b"`: a call of the word.
void shape_external(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  RawIndex word = raw + 1;
  if (word < s.raw(raw).last) s.leaf(Kind::Name, Role::Callee, word);
  s.open(Kind::Arguments, Role::Arguments, raw);
  s.visit_children(raw);
  s.close();
  s.close();
}

constexpr NodeShape kShapes[] = {
    {.type = "prolog", .make = Make::Splice},
    {.type = "element", .kind = Kind::Element, .shape = shape_element},
    {.type = "content", .make = Make::Splice},
    {.type = "Name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "Attribute", .kind = Kind::Pair, .shape = shape_markup_attribute},
    {.type = "AttValue", .kind = Kind::String, .shape = shape_string},
    {.type = "CharData", .kind = Kind::Text, .shape = shape_markup_text},
    {.type = "CDSect", .make = Make::Splice},
    {.type = "CDStart", .make = Make::Drop},
    {.type = "CData", .kind = Kind::Text, .shape = shape_markup_text},
    {.type = "CharRef", .kind = Kind::Text, .make = Make::Leaf},
    {.type = "EntityRef", .kind = Kind::Text, .make = Make::Leaf},
    {.type = "XMLDecl", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "PI", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "StyleSheetPI", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "XmlModelPI", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "doctypedecl", .kind = Kind::Class, .shape = shape_doctype},
    {.type = "GEDecl", .kind = Kind::VarDef, .shape = shape_entity},
    {.type = "PEDecl", .kind = Kind::VarDef, .shape = shape_entity},
    {.type = "NDataDecl", .make = Make::Drop},
    {.type = "ExternalID", .kind = Kind::Call, .shape = shape_external},
    {.type = "elementdecl", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "AttlistDecl", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "NotationDecl", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "PEReference", .kind = Kind::Text, .make = Make::Leaf},
    {.type = "URI", .kind = Kind::String, .make = Make::Leaf},
    {.type = "SystemLiteral", .make = Make::Splice},
    {.type = "PubidLiteral", .kind = Kind::String, .make = Make::Leaf},
    {.type = "EntityValue", .kind = Kind::String, .shape = shape_string},
    {.type = "Comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {.before = "<slf ", .after = "/>"}, {.before = "", .after = ""}, {.before = "<slf>", .after = "</slf>"},
    {.before = "<!DOCTYPE slf [", .after = "]><slf/>"}};
constexpr std::string_view kEllipsis[] = {"@", "@=\"@\""};
constexpr std::string_view kMetavariable[] = {"@", "\"@\"", "@=\"@\""};

}  // namespace

const LanguageDefinition& xml_definition() {
  static constexpr LanguageDefinition kXml{
      .language = Language::Xml,
      .grammar = tree_sitter_xml,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .line_comment = ""},
      .is_full = true,
  };
  return kXml;
}

}  // namespace sluice
