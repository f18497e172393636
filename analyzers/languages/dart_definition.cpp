#include "analyzers/languages/dart_definition.h"

#include <algorithm>

#include "analyzers/languages/dart_expression.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::dart {
namespace {

bool is_annotation(const Shaper& s, RawIndex raw) { return s.is(raw, "annotation") || s.is(raw, "marker_annotation"); }

// The node behind a subtree: its next sibling, or one of an ancestor; kNoRaw at the end.
RawIndex behind(const Shaper& s, RawIndex raw) { return s.raw(raw).last < s.raw(0).last ? s.raw(raw).last : kNoRaw; }

// The words and the type of a declaration.
void write_head(Shaper& s, const Nodes& head) {
  for (const Nodes& group : groups_of(s, head)) {
    if (is_annotation(s, group[0])) s.visit(group[0], Role::Attribute);
    else if (is_word(s, group[0])) s.leaf(Kind::Modifier, Role::Modifier, group[0]);
    else write_type(s, group, Role::Type);
  }
}

// `x = e` of a list: a VarDef with what the list begins with.
void write_declared(Shaper& s, RawIndex raw, ByteRange range, Role role, const Nodes& head) {
  s.open(Kind::VarDef, role, range);
  write_head(s, head);
  std::vector<Nodes> groups = groups_of(s, raw);
  for (std::size_t i = 0; i < groups.size(); ++i) write_group(s, groups[i], i == 0 ? Role::Name : Role::Value);
  s.close();
}

void write_list(Shaper& s, RawIndex list, Role role, const Nodes& head, RawIndex whole) {
  Nodes names = s.named_children(list);
  ByteRange range = s.range_of(list);
  if (!head.empty()) range.begin = s.raw(head.front()).begin;
  if (whole != kNoRaw) range = s.range_of(whole);
  for (RawIndex name : names) write_declared(s, name, names.size() == 1 ? range : s.range_of(name), role, head);
}

bool is_name_list(const Shaper& s, RawIndex raw) {
  return s.is(raw, "initialized_identifier_list") || s.is(raw, "static_final_declaration_list") || s.is(raw, "identifier_list");
}

}  // namespace

// `final T x = e, y;` in a function: the first is in the definition, the others in lists.
void shape_variables(Shaper& s, RawIndex raw, Role role) {
  RawIndex definition = s.child_of_type(raw, "initialized_variable_definition");
  Nodes head, others;
  for (RawIndex child : s.named_children(definition)) {
    if (s.is(child, "initialized_identifier")) others.push_back(child);
    else if (s.raw(child).field == 0) head.push_back(child);
  }
  s.open(Kind::VarDef, role, raw);
  write_head(s, head);
  s.visit(s.field(definition, "name"), Role::Name);
  write_field(s, definition, "value", Role::Value);
  s.close();
  for (RawIndex other : others) write_declared(s, other, s.range_of(other), role, head);
}

namespace {

// At the top of a file the words, the type and the names of a declaration are children of the
// program: the first of them writes all.
enum class Place : std::uint8_t { First, Later, Inside };
Place place_in_declaration(const Shaper& s, RawIndex raw) {
  RawIndex before = kNoRaw;
  for (RawIndex child : s.named_children(0)) {
    bool is_later = before != kNoRaw && (is_word(s, before) || is_type(s, before));
    if (child == raw) return is_later ? Place::Later : Place::First;
    before = child;
  }
  return Place::Inside;
}

}  // namespace

// A word or a type, or the whole declaration that begins with it.
void shape_head(Shaper& s, RawIndex raw, Role role) {
  Nodes head;
  RawIndex at = raw;
  for (; at != kNoRaw && (is_word(s, at) || is_type(s, at)); at = behind(s, at)) head.push_back(at);
  bool may_declare = role == Role::Element && at != kNoRaw && is_name_list(s, at);
  Place place = may_declare ? place_in_declaration(s, raw) : Place::Inside;
  if (place == Place::First) return write_list(s, at, role, head, kNoRaw);
  if (place == Place::Later) return;
  write_head_node(s, raw, role);
}

void shape_list_of_names(Shaper&, RawIndex, Role) {}  // written by what it follows

namespace {

void write_body(Shaper& s, RawIndex raw) {
  if (raw == kNoRaw) return;
  RawIndex block = s.child_of_type(raw, "block");
  if (block != kNoRaw) return s.visit(block, Role::Body);
  s.open(Kind::Block, Role::Body, raw);
  for (const Nodes& group : groups_of(s, raw)) {
    s.open(Kind::ExprStmt, Role::Element, range_of(s, group));
    write_group(s, group, Role::Value);
    s.close();
  }
  s.close();
}

void write_signature(Shaper& s, RawIndex signature) {
  bool has_name = s.field(signature, "name") != kNoRaw;
  Nodes names;  // `A.named` of a constructor
  for (RawIndex child : s.named_children(signature))
    if (s.is(child, "identifier") && (!has_name || s.has_field(child, "name"))) names.push_back(child);
  write_path(s, names, Role::Name);
  for (const Nodes& group : groups_of(s, signature)) {
    RawIndex first = group[0];
    if (is_type(s, first)) write_type(s, group, Role::ReturnType);
    else if (s.is(first, "formal_parameter_list")) s.visit(first, Role::Parameters);
    else if (s.is(first, "identifier")) continue;
    else if (s.is(first, "qualified")) s.visit(first, Role::Name);
    else if (s.is(first, "initializers") || s.is(first, "redirection")) s.visit(first, Role::Init);
    else if (s.is(first, "binary_operator")) s.leaf(Kind::Name, Role::Name, first);
    else if (!is_word(s, first)) write_signature(s, first);
  }
}

// A head with the body behind it.
void write_function(Shaper& s, RawIndex signature, RawIndex body, Role role, const Nodes& annotations) {
  std::uint32_t begin = s.raw(annotations.empty() ? signature : annotations.front()).begin;
  s.open(Kind::Function, role, ByteRange{begin, s.raw(body == kNoRaw ? signature : body).end});
  for (RawIndex annotation : annotations) s.visit(annotation, Role::Attribute);
  for (RawIndex child : s.all_children(signature))
    if (!s.raw(child).named && s.text(child) == "static") s.leaf(Kind::Modifier, Role::Modifier, child);
  write_signature(s, signature);
  write_body(s, body);
  s.close();
}

}  // namespace

// A function at the top of a file, or in one; its body is what follows.
void shape_signature(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = behind(s, raw);
  write_function(s, raw, s.is(body, "function_body") ? body : kNoRaw, role, {});
}

void shape_body(Shaper&, RawIndex, Role) {}  // written by the head before it

void shape_local_function(Shaper& s, RawIndex raw, Role role) {
  RawIndex lambda = s.child_of_type(raw, "lambda_expression");
  Nodes annotations;
  for (RawIndex child : s.named_children(raw))
    if (is_annotation(s, child)) annotations.push_back(child);
  write_function(s, s.field(lambda, "parameters"), s.field(lambda, "body"), role, annotations);
}

void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Lambda, role, raw);
  s.visit(s.field(raw, "parameters"), Role::Parameters);
  write_body(s, s.field(raw, "body"));
  s.close();
}

namespace {

// Fields, constructors and methods without a body.
void write_member(Shaper& s, RawIndex raw, Role role, const Nodes& annotations) {
  Nodes head = annotations;
  RawIndex list = kNoRaw;
  for (RawIndex child : s.named_children(raw)) {
    if (is_name_list(s, child)) list = child;
    else if (is_word(s, child) || is_type(s, child)) head.push_back(child);
  }
  if (list != kNoRaw) write_list(s, list, role, head, raw);
  else write_function(s, raw, kNoRaw, role, annotations);
}

}  // namespace

void shape_class_body(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  Nodes annotations, members = s.named_children(raw);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (is_annotation(s, members[i]) && !s.is_stand_in(members[i])) {
      annotations.push_back(members[i]);
      continue;
    }
    bool has_body = i + 1 < members.size() && s.is(members[i + 1], "function_body");
    if (s.is_stand_in(members[i])) s.visit(members[i], Role::Element);
    else if (s.is(members[i], "method_signature")) write_function(s, members[i], has_body ? members[i + 1] : kNoRaw, Role::Element, annotations);
    else if (s.is(members[i], "declaration")) write_member(s, members[i], Role::Element, annotations);
    else s.visit(members[i], Role::Element);
    annotations.clear();
  }
  s.close();
}

void shape_member(Shaper& s, RawIndex raw, Role role) { write_member(s, raw, role, {}); }

void shape_class(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, s.is(raw, "class_definition") ? "class" : s.is(raw, "enum_declaration") ? "enum" : s.is(raw, "mixin_declaration") ? "mixin" : "extension");
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named && s.text(child) == "abstract") s.leaf(Kind::Modifier, Role::Modifier, child);
  for (const Nodes& group : groups_of(s, raw)) {
    if (is_type(s, group[0])) write_type(s, group, Role::Parent);
    else if (is_annotation(s, group[0])) s.visit(group[0], Role::Attribute);
    else if (s.is(group[0], "identifier")) s.visit(group[0], Role::Name);
    else if (s.is(group[0], "type_parameters")) s.visit(group[0], Role::TypeParameter);
    else s.visit(group[0], s.is(group[0], "class_body") || s.has_field(group[0], "body") ? Role::Body : Role::Parent);
  }
  s.close();
}

void shape_parents(Shaper& s, RawIndex raw, Role) { write_groups(s, raw, Role::Parent); }

namespace {

// `T x`, `this.x`, `required T x`, `T f(int)`; a default stands behind it, beside it.
void write_parameter(Shaper& s, RawIndex raw, const Nodes& value) {
  std::uint32_t end = s.raw(value.empty() ? raw : value.back()).end;
  s.open(Kind::Parameter, Role::Element, ByteRange{s.raw(raw).begin, end});
  RawIndex inner = s.child_of_type(raw, "constructor_param");
  if (inner == kNoRaw) inner = s.child_of_type(raw, "super_formal_parameter");
  RawIndex holder = inner == kNoRaw ? raw : inner;
  for (const Nodes& group : groups_of(s, holder)) {
    RawIndex first = group[0];
    if (is_annotation(s, first)) s.visit(first, Role::Attribute);
    else if (is_word(s, first) || s.is(first, "this") || s.is(first, "super")) s.leaf(Kind::Modifier, Role::Modifier, first);
    else if (is_type(s, first)) write_type(s, group, Role::Type);
    else if (s.is(first, "identifier")) s.visit(first, Role::Name);
    else s.visit(first, Role::Modifier);
  }
  for (const Nodes& group : groups_of(s, value)) write_group(s, group, Role::Value);
  s.close();
}

void write_parameters(Shaper& s, RawIndex raw) {
  Nodes nodes = s.named_children(raw);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (s.is(nodes[i], "optional_formal_parameters") && !s.is_stand_in(nodes[i])) {
      write_parameters(s, nodes[i]);
      continue;
    }
    if (!s.is(nodes[i], "formal_parameter") || s.is_stand_in(nodes[i])) {
      s.visit(nodes[i], Role::Element);
      continue;
    }
    Nodes value;
    RawIndex parameter = nodes[i];
    while (i + 1 < nodes.size() && !s.is(nodes[i + 1], "formal_parameter") && !s.is(nodes[i + 1], "optional_formal_parameters")) value.push_back(nodes[++i]);
    write_parameter(s, parameter, value);
  }
}

}  // namespace

void shape_parameter_list(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameters, role, raw);
  write_parameters(s, raw);
  s.close();
}

// `import 'a' as b show c, d;`
void shape_import(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "identifier")) s.visit(child, Role::Alias);
    else if (!s.is(child, "combinator")) s.visit(child, Role::Module);
    else if (s.has_token(child, "show"))
      for (RawIndex name : s.named_children(child)) {
        s.open(Kind::ImportedName, Role::Element, name);
        s.visit(name, Role::Name);
        s.close();
      }
  }
  s.close();
}

// `super(x)`, `y = 2` behind a constructor's head.
void shape_initializer(Shaper& s, RawIndex raw, Role) {
  for (const Nodes& group : groups_of(s, raw)) {
    bool is_super = s.is(group[0], "arguments");
    if (!is_super) {
      write_group(s, group, Role::Init);
      continue;
    }
    s.open(Kind::Call, Role::Init, raw);
    s.out().leaf(Kind::Name, Role::Callee, {s.raw(raw).begin, s.raw(raw).begin + 5}, "super");
    s.visit(group[0], Role::Arguments);
    s.close();
  }
}

// `: this.named(x)`
void shape_redirection(Shaper& s, RawIndex raw, Role role) {
  Nodes path;
  for (RawIndex child : s.named_children(raw))
    if (!s.is(child, "arguments")) path.push_back(child);
  s.open(Kind::Call, role, raw);
  write_path(s, path, Role::Callee);
  s.visit(s.child_of_type(raw, "arguments"), Role::Arguments);
  s.close();
}

// `String text` of a function's type
void shape_typed_name(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  for (const Nodes& group : groups_of(s, raw)) write_group(s, group, is_type(s, group[0]) ? Role::Type : Role::Name);
  s.close();
}

void shape_field_initializer(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Assign, role, raw);
  s.out().set_text(id, "=");
  bool is_named = false;
  for (const Nodes& group : groups_of(s, raw)) {
    if (s.is(group[0], "this")) continue;
    write_group(s, group, is_named ? Role::Value : Role::Target);
    is_named = true;
  }
  s.close();
}

}  // namespace sluice::dart
