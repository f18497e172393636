// OCaml 5, grammar tree-sitter-ocaml (implementation files; interfaces have a grammar of their own).
//
// What follows `in` and `;` is a list of statements as in any other language: `let x = e in f x; y`
// is Block(VarDef, ExprStmt, ExprStmt), so that sequences are matched and followed the same way.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/ocaml_expression.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_ocaml();

namespace sluice {
namespace {

// --- names ---

// `A.B.c`: the nodes nest, each of one or two parts.
void shape_path(Shaper& s, RawIndex raw, Role role) {
  if (s.named_children(raw).size() < 2) return s.visit_children(raw, role);
  shape_two(s, raw, role, Kind::Member, Role::Object, Role::Name);
}

// --- statements ---

RawIndex without_brackets(const Shaper& s, RawIndex raw) {
  while (s.is(raw, "parenthesized_expression") && !s.is_stand_in(raw)) {
    RawIndex inner = s.field(raw, "expression");
    if (inner == kNoRaw) break;
    raw = inner;
  }
  return raw;
}

bool is_statement_list(const Shaper& s, RawIndex raw) {
  bool is_list = s.is(raw, "let_expression") || s.is(raw, "sequence_expression") || s.is(raw, "let_open_expression") ||
                 s.is(raw, "let_module_expression") || s.is(raw, "let_exception_expression");
  return is_list && !s.is_stand_in(raw);
}

// The statements of an expression, one after the other: not nested as the grammar has them.
void write_statements(Shaper& s, RawIndex raw) {
  while (raw != kNoRaw && is_statement_list(s, raw)) {
    RawIndex body = s.field(raw, "body");
    if (s.is(raw, "sequence_expression")) {
      std::vector<RawIndex> parts = s.named_children(raw);
      for (std::size_t i = 0; i + 1 < parts.size(); ++i) s.visit_statement(parts[i], Role::Element);
      body = parts.empty() ? kNoRaw : parts.back();
    } else {
      for (RawIndex child : s.named_children(raw))
        if (child != body) s.visit(child, Role::Element);
    }
    raw = body;
  }
  s.visit_statement(raw, Role::Element);
}

void write_block(Shaper& s, RawIndex raw, Role role) {
  if (raw == kNoRaw) return;
  s.open(Kind::Block, role, raw);
  write_statements(s, without_brackets(s, raw));
  s.close();
}

void shape_statement_list(Shaper& s, RawIndex raw, Role role) {
  // A pattern that is one is a sequence, which other statements may surround.
  if (s.is_pattern() && s.out().open_count() == 1) return write_statements(s, raw);
  s.open(Kind::Block, role, raw);
  write_statements(s, raw);
  s.close();
}

void shape_if(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::If, role, raw);
  s.visit(s.field(raw, "condition"), Role::Condition);
  if (RawIndex clause = s.child_of_type(raw, "then_clause"); clause != kNoRaw) write_block(s, s.field(clause, "expression"), Role::Then);
  if (RawIndex clause = s.child_of_type(raw, "else_clause"); clause != kNoRaw) write_block(s, s.field(clause, "expression"), Role::Else);
  s.close();
}

void write_loop_body(Shaper& s, RawIndex raw) {
  RawIndex clause = s.child_of_type(raw, "do_clause");
  if (clause == kNoRaw) return;
  s.open(Kind::Block, Role::Body, clause);
  write_statements(s, s.first_named(clause));
  s.close();
}

void shape_while(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::While, role, raw);
  s.visit(s.field(raw, "condition"), Role::Condition);
  write_loop_body(s, raw);
  s.close();
}

// `for i = a to b do ... done`
void shape_for(Shaper& s, RawIndex raw, Role role) {
  NodeId loop = s.open(Kind::For, role, raw);
  RawIndex name = s.field(raw, "name"), from = s.field(raw, "from");
  s.open(Kind::VarDef, Role::Init, ByteRange{s.raw(name).begin, s.raw(from).end});
  s.visit(name, Role::Name);
  s.visit(from, Role::Value);
  s.close();
  s.visit(s.field(raw, "to"), Role::Condition);
  write_loop_body(s, raw);
  s.complete_loop_header(loop);
  s.close();
}

// `p when g -> e`; in a pattern `... | p -> e` is any cases and that one.
void write_case(Shaper& s, RawIndex raw) {
  RawIndex label = s.field(raw, "pattern");
  bool has_others = s.is(label, "or_pattern") && s.is_ellipsis(s.first_named(label));
  if (has_others) s.visit(s.first_named(label), Role::Element);
  if (has_others) label = s.last_named(label);
  s.open(Kind::Case, Role::Element, raw);
  s.visit(label, Role::Label);
  if (RawIndex guard = s.child_of_type(raw, "guard"); guard != kNoRaw) s.visit_children(guard, Role::Condition);
  write_statements(s, without_brackets(s, s.field(raw, "body")));
  s.close();
}

void write_cases(Shaper& s, RawIndex raw) {
  for (RawIndex child : s.named_children(raw)) {
    if (!s.is(child, "match_case")) continue;
    if (s.is_stand_in(child)) s.visit(child, Role::Element);
    else write_case(s, child);
  }
}

void shape_match(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Switch, role, raw);
  s.visit(s.field(raw, "expression"), Role::Value);
  write_cases(s, raw);
  s.close();
}

// `function | p -> e`: a function whose body is a match of what it gets.
void shape_function_cases(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Lambda, role, raw);
  write_cases_body(s, raw, write_cases);
  s.close();
}

void shape_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  write_block(s, s.field(raw, "expression"), Role::Body);
  for (RawIndex child : s.named_children(raw)) {
    if (!s.is(child, "match_case")) continue;
    if (s.is_stand_in(child)) {
      s.visit(child, Role::Catch);
      continue;
    }
    s.open(Kind::Catch, Role::Catch, child);
    s.visit(s.field(child, "pattern"), Role::Name);
    if (RawIndex guard = s.child_of_type(child, "guard"); guard != kNoRaw) s.visit_children(guard, Role::Modifier);
    write_block(s, s.field(child, "body"), Role::Body);
    s.close();
  }
  s.close();
}

// --- definitions ---

bool is_parameter(const Shaper& s, RawIndex raw) { return s.is(raw, "parameter") || s.is(raw, "abstract_type"); }

// Parameters stand one beside the other, without brackets around them.
void write_parameters(Shaper& s, RawIndex raw) {
  std::vector<RawIndex> parameters;
  for (RawIndex child : s.named_children(raw))
    if (is_parameter(s, child)) parameters.push_back(child);
  if (parameters.empty()) return;
  s.open(Kind::Parameters, Role::Parameters, ByteRange{s.raw(parameters.front()).begin, s.raw(parameters.back()).end});
  for (RawIndex parameter : parameters) s.visit(parameter, Role::Element);
  s.close();
}

// `x`, `~x`, `~x:p`, `?(x : t = e)`
void shape_parameter(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  if (s.has_token(raw, "~") || s.has_token(raw, "?")) s.leaf(Kind::Modifier, Role::Modifier, raw + 1);
  RawIndex label = s.child_of_type(raw, "label_name"), pattern = s.field(raw, "pattern");
  // `(x : t)` has the type within the pattern, `~(x : t)` beside it.
  bool is_typed = s.is(pattern, "typed_pattern") && !s.is_stand_in(pattern);
  s.visit(is_typed ? s.field(pattern, "pattern") : pattern == kNoRaw ? label : pattern, Role::Name);
  s.visit(s.field(is_typed ? pattern : raw, "type"), Role::Type);
  s.visit(s.field(raw, "default"), Role::Value);
  s.close();
}

void write_attributes(Shaper& s, RawIndex raw) {
  for (RawIndex child : s.named_children(raw))
    if (s.is(child, "item_attribute")) s.visit(child, Role::Attribute);
}

// `x = e` is a VarDef, `f x y = e` a Function.
void write_binding(Shaper& s, RawIndex raw, ByteRange range, Role role, bool is_recursive) {
  bool is_function = s.child_of_type(raw, "parameter") != kNoRaw;
  s.open(is_function ? Kind::Function : Kind::VarDef, role, range);
  write_attributes(s, raw);
  if (is_recursive) s.out().leaf(Kind::Modifier, Role::Modifier, {range.begin, range.begin}, "rec");
  s.visit(s.field(raw, "pattern"), Role::Name);
  write_parameters(s, raw);
  s.visit(s.field(raw, "type"), is_function ? Role::ReturnType : Role::Type);
  if (is_function) write_block(s, s.field(raw, "body"), Role::Body);
  else s.visit(s.field(raw, "body"), Role::Value);
  s.close();
}

// `let rec f x = e and g y = e`: a definition each.
void shape_let(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> bindings;
  for (RawIndex child : s.named_children(raw))
    if (s.is(child, "let_binding")) bindings.push_back(child);
  for (RawIndex binding : bindings)
    write_binding(s, binding, s.range_of(bindings.size() == 1 ? raw : binding), role, s.has_token(raw, "rec"));
}

void write_signature_and_body(Shaper& s, RawIndex raw) {
  write_parameters(s, raw);
  s.visit(s.field(raw, "type"), Role::ReturnType);
  write_block(s, s.field(raw, "body"), Role::Body);
}

void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Lambda, role, raw);
  write_signature_and_body(s, raw);
  s.close();
}

void shape_method(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Function, role, raw);
  write_attributes(s, raw);
  s.visit(s.child_of_type(raw, "method_name"), Role::Name);
  write_signature_and_body(s, raw);
  s.close();
}

// `external f : t = "name"`
void shape_external(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Function, role, raw);
  s.leaf(Kind::Modifier, Role::Modifier, raw + 1);
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "type")) s.visit(child, Role::ReturnType);
    else s.visit(child, s.is(child, "string") ? Role::Init : s.is(child, "item_attribute") ? Role::Attribute : Role::Name);
  }
  s.close();
}

// Types, modules, classes, exceptions: a Class each, of which the text tells the sort.
void shape_class(Shaper& s, RawIndex raw, Role role) {
  std::string_view word = s.text(raw + 1);
  for (RawIndex binding : s.named_children(raw)) {
    if (s.is(binding, "attribute_id")) continue;
    NodeId id = s.open(Kind::Class, role, binding);
    s.out().set_text(id, word);
    for (RawIndex child : s.named_children(binding)) {
      bool is_name = s.is(child, "module_name") || s.is(child, "class_name") || s.is(child, "class_type_name");
      if (is_name) s.visit(child, Role::Name);
      else s.visit_child(binding, child, s.kind_of(child) == Kind::Parameter ? Role::Parameters : Role::TypeParameter);
    }
    s.close();
  }
}

void shape_exception(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, "exception");
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "constructor_declaration")) s.visit_children(child, Role::Parent);
    else s.visit(child, Role::Attribute);
  }
  s.close();
}

// A module type or signature is not a body: what it says is of types.
void shape_structure(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit_statement(child, Role::Element);
  s.close();
}

// `object (self) ... end`
void shape_object(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, "object");
  s.visit(s.field(raw, "self"), Role::Name);
  s.open(Kind::Block, Role::Body, raw);
  for (RawIndex child : s.named_children(raw))
    if (!s.has_field(child, "self") && !s.has_field(child, "type")) s.visit(child, Role::Element);
  s.close();
  s.close();
}

// --- expressions with statements in them ---

// `M.(e)`
void shape_local_open(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Using, role, raw);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 0) s.visit(parts[i], Role::Element);
    else write_block(s, parts[i], Role::Body);
  }
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names
    {.type = "value_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "value_pattern", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "parenthesized_operator", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "module_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "module_type_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "constructor_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "class_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "class_type_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "method_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "field_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "label_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "instance_variable_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "attribute_id", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "value_path", .kind = Kind::Member, .shape = shape_path},
    {.type = "module_path", .kind = Kind::Member, .shape = shape_path},
    {.type = "extended_module_path", .kind = Kind::Member, .shape = shape_path},
    {.type = "module_type_path", .kind = Kind::Member, .shape = shape_path},
    {.type = "field_path", .kind = Kind::Member, .shape = shape_path},
    {.type = "constructor_path", .kind = Kind::Member, .shape = shape_path},
    {.type = "type_constructor_path", .kind = Kind::Member, .shape = shape_path},
    {.type = "class_path", .kind = Kind::Member, .shape = shape_path},
    {.type = "class_type_path", .kind = Kind::Member, .shape = shape_path},
    // Types
    {.type = "type_constructor", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_variable", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "constructed_type", .kind = Kind::Type},
    {.type = "function_type", .kind = Kind::Type, .text = TextFrom::Operator},
    {.type = "tuple_type", .kind = Kind::Type, .text = TextFrom::Operator},
    {.type = "labeled_argument_type", .kind = Kind::Type},
    {.type = "labeled_tuple_element_type", .kind = Kind::Type},
    {.type = "aliased_type", .kind = Kind::Type},
    {.type = "local_open_type", .kind = Kind::Type},
    {.type = "polymorphic_variant_type", .kind = Kind::Type},
    {.type = "tag_specification", .kind = Kind::Type},
    {.type = "package_type", .kind = Kind::Type},
    {.type = "object_type", .kind = Kind::Type},
    {.type = "method_type", .kind = Kind::Type},
    {.type = "hash_type", .kind = Kind::Type},
    {.type = "polymorphic_type", .kind = Kind::Type},
    {.type = "abstract_type", .kind = Kind::TypeParameter},
    {.type = "parenthesized_type", .make = Make::Splice},
    {.type = "type_constraint", .kind = Kind::Type},
    // Literals
    {.type = "number", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "signed_number", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "character", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "string", .kind = Kind::String, .shape = ocaml::shape_plain_string},
    {.type = "quoted_string", .kind = Kind::String, .shape = ocaml::shape_quoted_string},
    {.type = "boolean", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "unit", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "tag", .kind = Kind::Symbol, .make = Make::Leaf},
    // Expressions
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "application_expression", .kind = Kind::Call, .shape = ocaml::shape_application},
    {.type = "labeled_argument", .kind = Kind::KeywordArgument, .shape = ocaml::shape_labeled_argument},
    {.type = "infix_expression", .kind = Kind::Binary, .shape = ocaml::shape_infix},
    {.type = "cons_expression", .kind = Kind::Binary, .shape = ocaml::shape_infix},
    {.type = "hash_expression", .kind = Kind::Binary, .shape = ocaml::shape_infix},
    {.type = "prefix_expression", .kind = Kind::Unary, .shape = ocaml::shape_prefix},
    {.type = "sign_expression", .kind = Kind::Unary, .shape = ocaml::shape_prefix},
    {.type = "lazy_expression", .kind = Kind::Unary, .shape = ocaml::shape_prefix},
    {.type = "assert_expression", .kind = Kind::Call, .shape = ocaml::shape_assert},
    {.type = "field_get_expression", .kind = Kind::Member, .fields = {{{"record", Role::Object}, {"field", Role::Name}}}},
    {.type = "array_get_expression", .kind = Kind::Index, .fields = {{{"array", Role::Object}, {"index", Role::Element}}}},
    {.type = "string_get_expression", .kind = Kind::Index, .fields = {{{"string", Role::Object}, {"index", Role::Element}}}},
    {.type = "bigarray_get_expression", .kind = Kind::Index, .fields = {{{"array", Role::Object}, {"index", Role::Element}}}},
    {.type = "set_expression", .kind = Kind::Assign, .shape = ocaml::shape_set},
    {.type = "tuple_expression", .kind = Kind::Tuple},
    {.type = "labeled_tuple_element", .make = Make::Splice},
    {.type = "list_expression", .kind = Kind::Array},
    {.type = "array_expression", .kind = Kind::Array},
    {.type = "record_expression", .kind = Kind::Map, .shape = ocaml::shape_record},
    {.type = "object_copy_expression", .kind = Kind::Map},
    {.type = "field_expression", .kind = Kind::Pair, .shape = ocaml::shape_field},
    {.type = "instance_variable_expression", .kind = Kind::Pair, .shape = ocaml::shape_field},
    {.type = "typed_expression", .kind = Kind::Cast, .shape = ocaml::shape_typed},
    {.type = "coercion_expression", .kind = Kind::Cast, .shape = ocaml::shape_typed},
    {.type = "local_open_expression", .kind = Kind::Using, .shape = shape_local_open},
    {.type = "package_expression", .make = Make::Splice},
    {.type = "new_expression", .kind = Kind::New, .rest = Role::Type},
    {.type = "method_invocation", .kind = Kind::Member, .fields = {{{"method", Role::Name}}}},
    {.type = "object_expression", .kind = Kind::Class, .shape = shape_object},
    {.type = "fun_expression", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "function_expression", .kind = Kind::Lambda, .shape = shape_function_cases},
    {.type = "if_expression", .kind = Kind::If, .shape = shape_if},
    {.type = "while_expression", .kind = Kind::While, .shape = shape_while},
    {.type = "for_expression", .kind = Kind::For, .shape = shape_for},
    {.type = "match_expression", .kind = Kind::Switch, .shape = shape_match},
    {.type = "match_case", .kind = Kind::Case},
    {.type = "refutation_case", .make = Make::Drop},
    {.type = "try_expression", .kind = Kind::Try, .shape = shape_try},
    {.type = "sequence_expression", .kind = Kind::Block, .make = Make::Node, .shape = shape_statement_list},
    {.type = "let_expression", .kind = Kind::Block, .shape = shape_statement_list},
    {.type = "let_open_expression", .kind = Kind::Block, .shape = shape_statement_list},
    {.type = "let_module_expression", .kind = Kind::Block, .shape = shape_statement_list},
    {.type = "let_exception_expression", .kind = Kind::Block, .shape = shape_statement_list},
    {.type = "expression_item", .make = Make::Splice},
    // Patterns
    {.type = "parenthesized_pattern", .make = Make::Splice},
    {.type = "alias_pattern", .kind = Kind::Binary, .fields = {{{"pattern", Role::Left}, {"alias", Role::Right}}}, .text = TextFrom::Operator},
    {.type = "or_pattern", .kind = Kind::Binary, .rest = Role::Left, .text = TextFrom::Operator},
    {.type = "cons_pattern", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "range_pattern", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "constructor_pattern", .kind = Kind::Call, .shape = ocaml::shape_constructed},
    {.type = "tag_pattern", .kind = Kind::Call, .shape = ocaml::shape_constructed},
    {.type = "tuple_pattern", .kind = Kind::Tuple},
    {.type = "labeled_tuple_element_pattern", .make = Make::Splice},
    {.type = "list_pattern", .kind = Kind::Array},
    {.type = "array_pattern", .kind = Kind::Array},
    {.type = "record_pattern", .kind = Kind::Map},
    {.type = "field_pattern", .kind = Kind::Pair, .shape = ocaml::shape_field},
    {.type = "typed_pattern", .kind = Kind::Cast, .shape = ocaml::shape_typed},
    {.type = "lazy_pattern", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "exception_pattern", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "effect_pattern", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "local_open_pattern", .make = Make::Splice},
    {.type = "package_pattern", .make = Make::Splice},
    {.type = "polymorphic_variant_pattern", .make = Make::Splice},
    // Definitions
    {.type = "value_definition", .kind = Kind::VarDef, .shape = shape_let},
    {.type = "parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "external", .kind = Kind::Function, .shape = shape_external},
    {.type = "value_specification", .kind = Kind::VarDef, .rest = Role::Name},
    {.type = "open_module", .kind = Kind::Import, .fields = {{{"module", Role::Module}}}},
    {.type = "include_module", .kind = Kind::Import, .fields = {{{"module", Role::Module}}}},
    {.type = "include_module_type", .kind = Kind::Import, .fields = {{{"module_type", Role::Module}}}},
    {.type = "type_definition", .kind = Kind::Class, .shape = shape_class},
    {.type = "type_binding", .kind = Kind::Class, .fields = {{{"equation", Role::Parent}}}, .rest = Role::TypeParameter},
    {.type = "variant_declaration", .kind = Kind::Block},
    {.type = "record_declaration", .kind = Kind::Block},
    {.type = "constructor_declaration", .kind = Kind::VarDef, .rest = Role::Type},
    {.type = "field_declaration", .kind = Kind::VarDef, .rest = Role::Name},
    {.type = "exception_definition", .kind = Kind::Class, .shape = shape_exception},
    {.type = "module_definition", .kind = Kind::Class, .shape = shape_class},
    {.type = "module_type_definition", .kind = Kind::Class, .rest = Role::Name, .text = TextFrom::FirstToken},
    {.type = "module_binding", .kind = Kind::Class, .fields = {{{"module_type", Role::Parent}}}, .rest = Role::Name},
    {.type = "module_parameter", .kind = Kind::Parameter, .fields = {{{"module_type", Role::Type}}}, .rest = Role::Name},
    {.type = "structure", .kind = Kind::Block, .shape = shape_structure},
    {.type = "signature", .kind = Kind::Block, .shape = shape_structure},
    {.type = "functor", .kind = Kind::Lambda, .rest = Role::Parameters},
    {.type = "functor_type", .kind = Kind::Type},
    {.type = "module_application", .kind = Kind::Call, .fields = {{{"functor", Role::Callee}, {"argument", Role::Arguments}}}},
    {.type = "module_type_constraint", .kind = Kind::Type},
    {.type = "module_type_of", .kind = Kind::Type},
    {.type = "constrain_type", .kind = Kind::Type},
    {.type = "constrain_module", .kind = Kind::Type},
    {.type = "constrain_module_type", .kind = Kind::Type},
    {.type = "typed_module_expression", .make = Make::Splice},
    {.type = "parenthesized_module_expression", .make = Make::Splice},
    {.type = "parenthesized_module_type", .make = Make::Splice},
    {.type = "packed_module", .make = Make::Splice},
    {.type = "class_definition", .kind = Kind::Class, .shape = shape_class},
    {.type = "class_type_definition", .kind = Kind::Class, .shape = shape_class},
    {.type = "class_binding", .kind = Kind::Class, .rest = Role::Name},
    {.type = "class_type_binding", .kind = Kind::Class, .rest = Role::Name},
    {.type = "class_function", .kind = Kind::Lambda, .rest = Role::Parameters},
    {.type = "class_application", .kind = Kind::Call, .fields = {{{"class", Role::Callee}, {"argument", Role::Arguments}}}},
    {.type = "class_body_type", .kind = Kind::Block},
    {.type = "inheritance_definition", .kind = Kind::Type, .rest = Role::Type},
    {.type = "instance_variable_definition", .kind = Kind::VarDef, .fields = {{{"body", Role::Value}}}, .rest = Role::Name},
    {.type = "instance_variable_specification", .kind = Kind::VarDef, .rest = Role::Name},
    {.type = "method_definition", .kind = Kind::Function, .shape = shape_method},
    {.type = "method_specification", .kind = Kind::Function, .shape = shape_method},
    {.type = "class_initializer", .kind = Kind::Function, .fields = {{{"initializer", Role::Body}}}},
    // Attributes and extensions
    {.type = "attribute", .make = Make::Drop},
    {.type = "item_attribute", .kind = Kind::Attribute, .shape = ocaml::shape_attribute},
    {.type = "floating_attribute", .kind = Kind::Attribute, .shape = ocaml::shape_attribute},
    {.type = "attribute_payload", .kind = Kind::Arguments},
    {.type = "extension", .kind = Kind::Call, .shape = ocaml::shape_extension},
    {.type = "item_extension", .kind = Kind::Call, .shape = ocaml::shape_extension},
    {.type = "quoted_extension", .kind = Kind::Call, .shape = ocaml::shape_extension},
    {.type = "quoted_item_extension", .kind = Kind::Call, .shape = ocaml::shape_extension},
    {.type = "quoted_string_content", .kind = Kind::String, .make = Make::Leaf},
    {.type = "shebang", .make = Make::Comment},
    {.type = "comment", .make = Make::Comment},
    {.type = "line_number_directive", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {"", ""}, {"let slf = ", ""}, {"match slf with ", ""}, {"", " in slf"}, {"class slw = object ", " end"}, {"type slw = ", ""}, {"let slf ", " = 1"}};
constexpr std::string_view kEllipsis[] = {"@", "@ -> @", "@ = @", ";; let @ = 1"};
constexpr std::string_view kMetavariable[] = {"v@", "@"};  // a value, or a constructor or module
constexpr std::string_view kKeywords = "module struct sig end object begin let in type class match with function fun if then else try method open";

}  // namespace

const LanguageDefinition& ocaml_definition() {
  static constexpr LanguageDefinition kOcaml{
      .language = Language::Ocaml,
      .grammar = tree_sitter_ocaml,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .quotes = "\"", .line_comment = {},
                  .keywords = kKeywords, .typed_hole = TypedHoleForm::NameFirst, .calls_without_brackets = true},
      .has_bare_expressions = true,
      .is_full = true,
  };
  return kOcaml;
}

}  // namespace sluice
