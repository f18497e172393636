#include "analyzers/languages/ocaml_expression.h"

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::ocaml {

void shape_application(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  RawIndex function = s.field(raw, "function");
  s.visit(function, Role::Callee);
  std::vector<RawIndex> arguments;
  for (RawIndex child : s.named_children(raw))
    if (s.has_field(child, "argument")) arguments.push_back(child);
  if (!arguments.empty()) {
    s.open(Kind::Arguments, Role::Arguments, ByteRange{s.raw(arguments.front()).begin, s.raw(raw).end});
    for (RawIndex argument : arguments) s.visit(argument, Role::Element);
    s.close();
  }
  s.close();
}

// `assert e`: a call in all but name.
void shape_assert(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  s.leaf(Kind::Name, Role::Callee, raw + 1);
  RawIndex value = s.field(raw, "expression");
  s.open(Kind::Arguments, Role::Arguments, value);
  s.visit(value, Role::Element);
  s.close();
  s.close();
}

// `~label:e`, `?label:e`, `~label`
void shape_labeled_argument(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::KeywordArgument, role, raw);
  RawIndex label = s.child_of_type(raw, "label_name"), value = s.field(raw, "expression");
  s.visit(label, Role::Name);
  s.visit(value == kNoRaw ? label : value, Role::Value);
  s.close();
}

void shape_infix(Shaper& s, RawIndex raw, Role role) {
  std::string_view op = s.text(s.field(raw, "operator"));
  bool is_assignment = op == ":=";
  NodeId id = s.open(is_assignment ? Kind::Assign : Kind::Binary, role, raw);
  s.out().set_text(id, op.empty() && s.is(raw, "cons_expression") ? "::" : op);
  s.visit(s.field(raw, "left"), is_assignment ? Role::Target : Role::Left);
  s.visit(s.field(raw, "right"), is_assignment ? Role::Value : Role::Right);
  s.close();
}

void shape_prefix(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Unary, role, raw);
  RawIndex op = s.field(raw, "operator");
  s.out().set_text(id, s.text(op == kNoRaw ? raw + 1 : op));
  s.visit(s.field(raw, "expression"), Role::Operand);
  s.close();
}

// `a.x <- e`, `a.(i) <- e`
void shape_set(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Assign, role, raw);
  s.out().set_text(id, "<-");
  RawIndex value = s.field(raw, "body");
  for (RawIndex child : s.named_children(raw)) s.visit(child, child == value ? Role::Value : Role::Target);
  s.close();
}

// `{ r with a = e; b }`
void shape_record(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Map, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (!s.has_field(child, "record")) {
      s.visit(child, Role::Element);
      continue;
    }
    s.open(Kind::Spread, Role::Element, child);
    s.visit(child, Role::Value);
    s.close();
  }
  s.close();
}

// `a = e`; `a` alone is `a = a`.
void shape_field(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Pair, role, raw);
  std::vector<RawIndex> children = s.named_children(raw);
  RawIndex name = children.empty() ? kNoRaw : children.front();
  RawIndex value = children.size() > 1 ? children.back() : name;
  s.visit(name, Role::Key);
  s.visit(value, Role::Value);
  s.close();
}

// `(e : t)`, `(e :> t)`
void shape_typed(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Cast, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_type = s.has_field(child, "type") || s.has_field(child, "coercion");
    s.visit(child, is_type ? Role::Type : Role::Value);
  }
  s.close();
}

// `Some p`, `` `Tag p ``
void shape_constructed(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  RawIndex argument = s.field(raw, "pattern");
  for (RawIndex child : s.named_children(raw)) {
    if (child != argument) s.visit(child, Role::Callee);
    else {
      s.open(Kind::Arguments, Role::Arguments, child);
      s.visit(child, Role::Element);
      s.close();
    }
  }
  s.close();
}

namespace {

// `[%name payload]`, `[@@name payload]`
void write_named_payload(Shaper& s, RawIndex raw, Kind kind, Role role, Role name) {
  s.open(kind, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "attribute_id") ? name : Role::Arguments);
  s.close();
}

}  // namespace

void shape_extension(Shaper& s, RawIndex raw, Role role) { write_named_payload(s, raw, Kind::Call, role, Role::Callee); }
void shape_attribute(Shaper& s, RawIndex raw, Role role) { write_named_payload(s, raw, Kind::Attribute, role, Role::Name); }

// `{|text|}`, `{id|text|id}`
void shape_quoted_string(Shaper& s, RawIndex raw, Role role) {
  RawIndex content = s.child_of_type(raw, "quoted_string_content");
  s.string(raw, role, content == kNoRaw ? std::string_view() : s.text(content));
}

void shape_plain_string(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  // Not string_content(): a quoted text may hold any other quote.
  bool is_closed = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  s.string(raw, role, is_closed ? text.substr(1, text.size() - 2) : text);
}

}  // namespace sluice::ocaml
