#include "analyzers/languages/java_family.h"

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice {

void shape_java_variables(Shaper& s, RawIndex raw, Role role) { shape_declaration(s, raw, role, "variable_declarator"); }

void shape_java_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "catch_clause")) s.visit(child, Role::Catch);
    else if (s.is(child, "finally_clause")) s.visit(child, Role::Finally);
    else if (s.is(child, "resource_specification")) s.visit_children(child, Role::Resource);
    else s.visit(child, Role::Body);
  }
  s.close();
}

void shape_java_catch(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Catch, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (!s.is(child, "catch_formal_parameter") && !s.is(child, "formal_parameter")) {
      s.visit(child, Role::Body);
      continue;
    }
    if (s.is_pattern() && s.named_children(child).size() < 2) s.visit(child, Role::Type);
    else s.visit_children(child, Role::Type);
  }
  s.close();
}

void shape_java_new(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::New, role, raw);
  s.visit(s.field(raw, "type"), Role::Type);
  s.visit(s.field(raw, "arguments"), Role::Arguments);
  s.visit(s.child_of_type(raw, "class_body"), Role::Body);
  s.close();
}

void shape_java_type_list(Shaper& s, RawIndex raw, Role) { s.visit_children(raw, Role::Parent); }

void shape_java_scoped_type(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Member, Role::Object, Role::Name); }

}  // namespace sluice
