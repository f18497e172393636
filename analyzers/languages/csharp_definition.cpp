#include "analyzers/languages/csharp_definition.h"

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::csharp {

// --- lists that stand in a definition without a field of their own ---

void shape_attributes(Shaper& s, RawIndex raw, Role) { s.visit_children(raw, Role::Attribute); }
void shape_type_parameters(Shaper& s, RawIndex raw, Role) { s.visit_children(raw, Role::TypeParameter); }
void shape_bases(Shaper& s, RawIndex raw, Role) { s.visit_children(raw, Role::Parent); }

// `record R(int X) : Base(X)`: the parent is Base; what it is given comes after it.
void shape_base_with_arguments(Shaper& s, RawIndex raw, Role role) {
  s.visit(s.field(raw, "type"), role);
  s.visit(s.child_of_type(raw, "argument_list"), Role::Modifier);
}
namespace {

// `params string[] rest` has no node of its own.
void write_rest_parameter(Shaper& s, RawIndex list, const std::vector<RawIndex>& parts) {
  RawIndex type = s.field(list, "type"), name = s.field(list, "name");
  s.open(Kind::Parameter, Role::Element, ByteRange{s.raw(parts.front()).begin, s.raw(parts.back()).end});
  s.leaf(Kind::Modifier, Role::Modifier, parts.front());
  s.visit(type, Role::Type);
  s.visit(name, Role::Name);
  s.close();
}

}  // namespace

void shape_parameter_list(Shaper& s, RawIndex raw, Role) {
  std::vector<RawIndex> rest;
  s.open(Kind::Parameters, Role::Parameters, raw);
  for (RawIndex child : s.all_children(raw)) {
    bool is_rest = s.has_field(child, "type") || s.has_field(child, "name") || s.text(child) == "params";
    if (is_rest) rest.push_back(child);
    else s.visit(child, Role::Element);
  }
  if (!rest.empty()) write_rest_parameter(s, raw, rest);
  s.close();
}

void shape_parameter(Shaper& s, RawIndex raw, Role role) {
  RawIndex type = s.field(raw, "type"), name = s.field(raw, "name");
  s.open(Kind::Parameter, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (child == type) s.visit(child, Role::Type);
    else if (child == name) s.visit(child, Role::Name);
    else if (s.is(child, "modifier")) s.visit(child, Role::Modifier);
    else s.visit(child, Role::Value);  // attributes have their role anyway
  }
  s.close();
}

// `: base(x)` runs before the body.
void shape_constructor_initializer(Shaper& s, RawIndex raw, Role) {
  s.open(Kind::Call, Role::Init, raw);
  for (RawIndex child : s.all_children(raw)) {
    bool is_callee = s.text(child) == "base" || s.text(child) == "this";
    if (is_callee) s.leaf(Kind::Name, Role::Callee, child);
    else s.visit(child, Role::Arguments);
  }
  s.close();
}

// `=> e` in place of a body is `{ return e; }`.
void write_arrow_block(Shaper& s, RawIndex raw, Role role) {
  RawIndex value = s.first_named(raw);
  s.open(Kind::Block, role, raw);
  s.open(Kind::Return, Role::Element, raw);
  s.visit(value, Role::Value);
  s.close();
  s.close();
}

// --- definitions ---

// One VarDef for each name; a modifier may be a bare token (`using`, `event`).
void shape_variables(Shaper& s, RawIndex raw, Role role) {
  RawIndex declaration = s.is(raw, "variable_declaration") ? raw : s.child_of_type(raw, "variable_declaration");
  if (declaration == kNoRaw) return s.visit_by_table(raw, role);
  std::vector<RawIndex> declarators;
  for (RawIndex child : s.named_children(declaration))
    if (!s.has_field(child, "type")) declarators.push_back(child);
  for (RawIndex declarator : declarators) {
    s.open(Kind::VarDef, role, declarators.size() == 1 ? raw : declarator);
    for (RawIndex child : s.all_children(raw)) {
      bool is_word = raw != declaration && !s.raw(child).named && s.text(child).size() > 1;
      if (is_word) s.leaf(Kind::Modifier, Role::Modifier, child);
      else if (s.is(child, "modifier")) s.visit(child, Role::Modifier);
      else if (s.is(child, "attribute_list")) s.visit(child, Role::Attribute);
    }
    s.visit(s.field(declaration, "type"), Role::Type);
    s.visit(declarator, Role::None);
    s.close();
  }
}

// `x = 1`, `(a, b) = f()`: its parts belong to the VarDef around it.
void shape_declarator(Shaper& s, RawIndex raw, Role) {
  RawIndex name = s.field(raw, "name");
  bool has_name = false;
  for (RawIndex child : s.named_children(raw)) {
    bool is_name = child == name || (name == kNoRaw && !has_name);
    s.visit(child, is_name ? Role::Name : s.is(child, "bracketed_argument_list") ? Role::Element : Role::Value);
    has_name |= is_name;
  }
}

// `get { ... }`, `set => x = value;`, `add`, `init`.
void shape_accessor(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Function, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    if (s.has_field(child, "name")) s.leaf(Kind::Name, Role::Name, child);
    else if (s.has_field(child, "body")) s.visit(child, Role::Body);
    else if (s.is(child, "modifier")) s.visit(child, Role::Modifier);
    else s.visit(child, Role::Attribute);
  }
  s.close();
}

// `string Name { get; } = "x";` is a variable with functions; `int X => e;` has a getter.
void shape_property(Shaper& s, RawIndex raw, Role role) {
  RawIndex value = s.field(raw, "value");
  bool is_getter = s.is(value, "arrow_expression_clause");
  s.open(Kind::VarDef, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    if (s.raw(child).field != 0) continue;
    if (s.text(child) == "event" || s.text(child) == "this") s.leaf(Kind::Modifier, Role::Modifier, child);
    else s.visit(child, Role::Modifier);
  }
  s.visit(s.field(raw, "type"), Role::Type);
  s.visit(s.field(raw, "name"), Role::Name);
  s.visit(s.field(raw, "parameters"), Role::Parameters);
  s.visit(s.field(raw, "accessors"), Role::Element);
  if (is_getter) {
    s.open(Kind::Function, Role::Element, value);
    s.leaf(Kind::Name, Role::Name, value, "get");
    write_arrow_block(s, value, Role::Body);
    s.close();
  } else {
    s.visit(value, Role::Value);
  }
  s.close();
}

// `operator +`, `implicit operator int`, `~Name`: the name is written in several tokens.
void shape_operator(Shaper& s, RawIndex raw, Role role) {
  RawIndex type = s.field(raw, "type"), parameters = s.field(raw, "parameters");
  ByteRange name{0, parameters == kNoRaw ? s.raw(raw).end : s.raw(parameters).begin};
  s.open(Kind::Function, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    bool begins_name = !s.raw(child).named && name.begin == 0 && child < parameters;
    if (begins_name) name.begin = s.raw(child).begin;
    if (s.raw(child).named && s.raw(child).field == 0) s.visit(child, Role::Modifier);
  }
  s.visit(type, Role::ReturnType);
  std::string_view text = s.text(raw).substr(name.begin - s.raw(raw).begin, name.end - name.begin);
  while (text.ends_with(' ')) text.remove_suffix(1);
  name.end = name.begin + static_cast<std::uint32_t>(text.size());
  s.out().leaf(Kind::Name, Role::Name, name, text);
  s.visit(parameters, Role::Parameters);
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

}  // namespace sluice::csharp
