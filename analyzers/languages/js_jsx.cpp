#include "analyzers/languages/js_jsx.h"

#include "analyzers/syntax/shaper.h"

namespace sluice::js {
namespace {

void write_tag(Shaper& s, RawIndex tag) {
  s.visit(s.field(tag, "name"), Role::Name);
  for (RawIndex child : s.named_children(tag))
    if (child != s.field(tag, "name") && !s.is(child, "type_arguments")) s.visit(child, Role::Attribute);
}

}  // namespace

void shape_element(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Element, role, raw);
  write_tag(s, s.is(raw, "jsx_element") ? s.field(raw, "open_tag") : raw);
  if (s.is(raw, "jsx_element"))
    for (RawIndex child : s.named_children(raw))
      if (child != s.field(raw, "open_tag") && child != s.field(raw, "close_tag")) s.visit(child, Role::Element);
  s.close();
}

// `{e}` among an element's children is code in text; as an attribute's value it is just e.
void shape_jsx_expression(Shaper& s, RawIndex raw, Role role) {
  if (role != Role::Element) return s.visit_children(raw, role);
  if (s.first_named(raw) == kNoRaw) return;  // `{/* comment */}`
  s.open(Kind::Interpolation, role, raw);
  s.visit_children(raw, Role::Value);
  s.close();
}

}  // namespace sluice::js
