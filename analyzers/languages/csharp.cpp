// C# 13, grammar tree-sitter-c-sharp.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/csharp_definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_c_sharp();

namespace sluice {
namespace {

// --- expressions ---

bool is_generic_callee(const Shaper& s, RawIndex callee) {
  return s.is(callee, "generic_name") && !s.is_stand_in(callee);
}

void visit_without_type_arguments(Shaper& s, RawIndex name, Role role) {
  s.visit(is_generic_callee(s, name) ? s.first_named(name) : name, role);
}

// The name of a generic method, which its type arguments belong to.
RawIndex generic_name_of(const Shaper& s, RawIndex callee) {
  if (is_generic_callee(s, callee)) return callee;
  if (s.is(callee, "conditional_access_expression")) callee = s.child_of_type(callee, "member_binding_expression");
  if (callee == kNoRaw || s.is_stand_in(callee)) return kNoRaw;
  RawIndex name = s.field(callee, "name");
  return is_generic_callee(s, name) ? name : kNoRaw;
}

// `a.Get<T>(x)`: Call(Member(a, Get), T, Arguments), so that a rule may leave the types out.
void shape_invocation(Shaper& s, RawIndex raw, Role role) {
  RawIndex callee = s.field(raw, "function");
  RawIndex generic = generic_name_of(s, callee);
  s.open(Kind::Call, role, raw);
  visit_without_type_arguments(s, callee, Role::Callee);
  if (generic != kNoRaw) s.visit(s.child_of_type(generic, "type_argument_list"), Role::TypeParameter);
  s.visit(s.field(raw, "arguments"), Role::Arguments);
  s.close();
}

void shape_member_access(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Member, role, raw);
  s.visit(s.field(raw, "expression"), Role::Object);
  visit_without_type_arguments(s, s.field(raw, "name"), Role::Name);
  s.close();
}

// `a?.b`, `a?[i]`: as without the question mark; a Member says so in its text.
void shape_conditional_access(Shaper& s, RawIndex raw, Role role) {
  RawIndex object = s.field(raw, "condition");
  RawIndex member = s.child_of_type(raw, "member_binding_expression");
  RawIndex element = s.child_of_type(raw, "element_binding_expression");
  NodeId id = s.open(member != kNoRaw ? Kind::Member : Kind::Index, role, raw);
  if (member != kNoRaw) s.out().set_text(id, "?.");
  s.visit(object, Role::Object);
  if (member != kNoRaw) visit_without_type_arguments(s, s.field(member, "name"), Role::Name);
  if (element != kNoRaw) s.visit_children(element, Role::Element);
  s.close();
}

// `global::System.X` is `System.X`.
void shape_alias_qualified(Shaper& s, RawIndex raw, Role role) {
  RawIndex alias = s.field(raw, "alias"), name = s.field(raw, "name");
  if (alias == kNoRaw || s.text(alias) == "global") return s.visit(name, role);
  s.open(Kind::Member, role, raw);
  s.visit(alias, Role::Object);
  s.visit(name, Role::Name);
  s.close();
}

void shape_generic_name(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Type, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "type_argument_list") ? Role::Element : Role::Name);
  s.close();
}

// `int[3]` has the text `[]`, as C's arrays have.
void shape_array_type(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Type, role, raw);
  s.out().set_text(id, "[]");
  s.visit(s.field(raw, "type"), Role::Type);
  s.visit(s.field(raw, "rank"), Role::Element);
  s.close();
}

// `name: value` and `Name = value`; anything else is the value alone.
void shape_argument(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.field(raw, "name");
  if (name == kNoRaw) return s.visit(s.last_named(raw), role);
  s.open(Kind::KeywordArgument, role, raw);
  s.visit(name, Role::Name);
  s.visit(s.last_named(raw), Role::Value);
  s.close();
}

void write_pair(Shaper& s, RawIndex key, RawIndex value) {
  s.open(Kind::Pair, Role::Element, ByteRange{s.raw(key).begin, s.raw(value).end});
  s.visit(key, Role::Key);
  s.visit(value, Role::Value);
  s.close();
}

// `{ A = 1, B = 2 }` sets properties: a Map; `{ 1, 2 }` adds elements: an Array.
void shape_initializer(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  bool has_pair = false;
  for (RawIndex part : parts) has_pair |= s.is(part, "assignment_expression");
  // `{ ... }` in a pattern may be either.
  if (parts.size() == 1 && s.is_ellipsis(parts[0])) return s.visit(parts[0], role);
  s.open(has_pair ? Kind::Map : Kind::Array, role, raw);
  s.visit_children(raw);
  s.close();
}

// `new T(args) { ... }`, `new(args)`, `new T[n] { ... }`; `new T { ... }` is `new T() { ... }`.
void shape_new(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::New, role, raw);
  s.visit(s.field(raw, "type"), Role::Type);
  RawIndex arguments = s.child_of_type(raw, "argument_list"), initializer = s.child_of_type(raw, "initializer_expression");
  bool leaves_out = arguments == kNoRaw && s.is(raw, "object_creation_expression") && initializer != kNoRaw;
  if (leaves_out) s.out().leaf(Kind::Arguments, Role::Arguments, {s.raw(initializer).begin, s.raw(initializer).begin}, {});
  s.visit(arguments, Role::Arguments);
  s.visit(initializer, Role::Body);
  s.close();
}

// `new { A = 1, b.C }`: the members are bare children of the node.
void shape_anonymous_object(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.all_children(raw);
  s.open(Kind::New, role, raw);
  s.open(Kind::Map, Role::Body, ByteRange{s.raw(parts.front()).end, s.raw(raw).end});
  for (std::size_t i = 0; i < parts.size(); ++i) {
    bool is_pair = i + 2 < parts.size() && s.raw(parts[i]).named && s.text(parts[i + 1]) == "=";
    if (is_pair) write_pair(s, parts[i], parts[i + 2]);
    else if (s.raw(parts[i]).named) s.visit(parts[i], Role::Element);
    if (is_pair) i += 2;
  }
  s.close();
  s.close();
}

// A lambda's parameters may be one bare name; an anonymous method's body has no field.
void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  RawIndex parameters = s.field(raw, "parameters"), body = s.field(raw, "body"), type = s.field(raw, "type");
  if (body == kNoRaw) body = s.child_of_type(raw, "block");
  s.open(Kind::Lambda, role, raw);
  for (RawIndex child : s.named_children(raw))
    if (child != parameters && child != body && child != type) s.visit(child, Role::Modifier);
  s.visit(type, Role::ReturnType);
  if (s.is(parameters, "implicit_parameter")) {
    s.open(Kind::Parameters, Role::Parameters, parameters);
    if (!s.is_stand_in(parameters)) s.open(Kind::Parameter, Role::Element, parameters);
    s.visit(parameters, s.is_stand_in(parameters) ? Role::Element : Role::Name);
    if (!s.is_stand_in(parameters)) s.close();
    s.close();
  } else {
    s.visit(parameters, Role::Parameters);
  }
  s.visit(body, Role::Body);
  s.close();
}

// `x as T` converts as a cast does.
void shape_as(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Cast, role, raw);
  s.out().set_text(id, "as");
  s.visit(s.field(raw, "right"), Role::Type);
  s.visit(s.field(raw, "left"), Role::Value);
  s.close();
}

// `x!` only silences the compiler.
void shape_postfix(Shaper& s, RawIndex raw, Role role) {
  bool is_forgiving = s.has_token(raw, "!") || s.all_children(raw).size() == 1;
  if (is_forgiving) return s.visit(s.first_named(raw), role);
  s.visit_by_table(raw, role);
}

void shape_switch_expression(Shaper& s, RawIndex raw, Role role) {
  bool is_first = true;
  s.open(Kind::Switch, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    s.visit(child, is_first ? Role::Value : Role::Element);
    is_first = false;
  }
  s.close();
}

// `case A: case B when c: statements` and `A when c => e`: labels up to the `:` or `=>`.
void shape_case(Shaper& s, RawIndex raw, Role role) {
  bool is_label = true;
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    std::string_view text = s.raw(child).named ? std::string_view() : s.text(child);
    if (text == ":" || text == "=>") is_label = false;
    if (text == "case" || text == "default") is_label = true;
    s.visit(child, is_label ? Role::Label : Role::Element);
  }
  s.close();
}

// --- statements ---

void shape_catch(Shaper& s, RawIndex raw, Role role) {
  RawIndex declaration = s.child_of_type(raw, "catch_declaration");
  s.open(Kind::Catch, role, raw);
  if (declaration != kNoRaw && s.is_stand_in(declaration)) s.visit(declaration, Role::Type);
  else if (declaration != kNoRaw) s.visit_children(declaration, Role::Element);
  s.visit(s.child_of_type(raw, "catch_filter_clause"), Role::Condition);
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

// `unsafe s`, `lock (x) s`, `fixed (int* p = x) s`, `using (x) s`: the last part is the body.
void shape_guarded(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  NodeId id = s.open(Kind::Using, role, raw);
  if (!s.is(raw, "using_statement")) s.out().set_text(id, s.text(s.all_children(raw).front()));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i + 1 == parts.size()) s.visit_block(parts[i], Role::Body);
    else s.visit(parts[i], Role::Element);
  }
  s.close();
}

void shape_labeled(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Labeled, Role::Label, Role::Element); }
void shape_from(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ForEach, role, raw);
  s.visit(s.field(raw, "type"), Role::Type);
  s.visit(s.field(raw, "name"), Role::Target);
  s.visit(s.last_named(raw), Role::Value);
  s.close();
}
void shape_let(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::VarDef, Role::Name, Role::Value); }
void shape_pair(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Pair, Role::Key, Role::Value); }

constexpr NodeShape kShapes[] = {
    // Names and types
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "predefined_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "implicit_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "discard", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "this", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "base", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "implicit_parameter", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "generic_name", .shape = shape_generic_name},
    {.type = "type_argument_list", .make = Make::Splice},
    {.type = "qualified_name", .kind = Kind::Member, .fields = {{{"qualifier", Role::Object}}}},
    {.type = "alias_qualified_name", .shape = shape_alias_qualified},
    {.type = "array_type", .kind = Kind::Type, .shape = shape_array_type},
    {.type = "array_rank_specifier", .make = Make::Splice},
    {.type = "type_parameter_constraints_clause", .kind = Kind::Type},
    {.type = "type_parameter_constraint", .kind = Kind::Type},
    {.type = "constructor_constraint", .kind = Kind::Type},
    {.type = "explicit_interface_specifier", .kind = Kind::Type},
    {.type = "pointer_type", .kind = Kind::Type, .text = TextFrom::Operator},
    {.type = "nullable_type", .kind = Kind::Type, .text = TextFrom::Operator},
    {.type = "tuple_type", .kind = Kind::Type},
    {.type = "tuple_element", .kind = Kind::Parameter},
    {.type = "function_pointer_type", .kind = Kind::Type},
    {.type = "function_pointer_parameter", .kind = Kind::Parameter},
    {.type = "ref_type", .make = Make::Splice},
    {.type = "scoped_type", .make = Make::Splice},
    // Literals
    {.type = "string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "verbatim_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "raw_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "interpolated_string_expression", .kind = Kind::Template, .shape = shape_string},
    {.type = "interpolation_start", .make = Make::Drop},
    {.type = "interpolation_quote", .make = Make::Drop},
    {.type = "interpolation_brace", .make = Make::Drop},
    {.type = "interpolation_format_clause", .make = Make::Drop},
    {.type = "interpolation_alignment_clause", .make = Make::Drop},
    {.type = "character_literal", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "real_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "boolean_literal", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_literal", .kind = Kind::Null, .make = Make::Leaf},
    // Expressions
    {.type = "invocation_expression", .kind = Kind::Call, .shape = shape_invocation},
    {.type = "argument_list", .kind = Kind::Arguments},
    {.type = "bracketed_argument_list", .make = Make::Splice},
    {.type = "argument", .shape = shape_argument},
    {.type = "declaration_expression", .kind = Kind::VarDef},
    {.type = "member_access_expression", .kind = Kind::Member, .shape = shape_member_access},
    {.type = "conditional_access_expression", .shape = shape_conditional_access},
    {.type = "element_access_expression", .kind = Kind::Index, .fields = {{{"expression", Role::Object}, {"subscript", Role::Element}}}},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "is_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "is_pattern_expression", .kind = Kind::Binary, .fields = {{{"expression", Role::Left}, {"pattern", Role::Right}}}, .text = TextFrom::Operator},
    {.type = "as_expression", .kind = Kind::Cast, .shape = shape_as},
    {.type = "cast_expression", .kind = Kind::Cast},
    {.type = "unary_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "prefix_unary_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "postfix_unary_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator, .shape = shape_postfix},
    {.type = "default_expression", .kind = Kind::Unary, .fields = {{{"type", Role::Operand}}}, .text = TextFrom::FirstToken},
    {.type = "sizeof_expression", .kind = Kind::Unary, .fields = {{{"type", Role::Operand}}}, .text = TextFrom::FirstToken},
    {.type = "typeof_expression", .kind = Kind::Unary, .fields = {{{"type", Role::Operand}}}, .text = TextFrom::FirstToken},
    {.type = "conditional_expression", .kind = Kind::Conditional},
    {.type = "range_expression", .shape = shape_infix},
    {.type = "object_creation_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "implicit_object_creation_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "array_creation_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "stackalloc_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "implicit_array_creation_expression", .make = Make::Splice},
    {.type = "implicit_stackalloc_expression", .make = Make::Splice},
    {.type = "anonymous_object_creation_expression", .kind = Kind::New, .shape = shape_anonymous_object},
    {.type = "initializer_expression", .shape = shape_initializer},
    {.type = "collection_expression", .kind = Kind::Array},
    {.type = "collection_element", .make = Make::Splice},
    {.type = "expression_element", .make = Make::Splice},
    {.type = "spread_element", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "tuple_expression", .kind = Kind::Tuple},
    {.type = "tuple_pattern", .kind = Kind::Tuple, .fields = {{{"name", Role::Element}}}},
    {.type = "with_initializer", .shape = shape_pair},
    {.type = "lambda_expression", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "anonymous_method_expression", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "await_expression", .kind = Kind::Await, .rest = Role::Value},
    {.type = "throw_expression", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "ref_expression", .make = Make::Splice},
    {.type = "checked_expression", .make = Make::Splice},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "switch_expression", .kind = Kind::Switch, .shape = shape_switch_expression},
    {.type = "switch_expression_arm", .kind = Kind::Case, .shape = shape_case},
    {.type = "query_expression", .kind = Kind::Comprehension},
    {.type = "from_clause", .kind = Kind::ForEach, .shape = shape_from},
    {.type = "where_clause", .kind = Kind::If, .rest = Role::Condition},
    {.type = "let_clause", .kind = Kind::VarDef, .shape = shape_let},
    {.type = "select_clause", .make = Make::Splice},
    // Patterns of `is` and `switch`
    {.type = "constant_pattern", .make = Make::Splice},
    {.type = "type_pattern", .make = Make::Splice},
    {.type = "parenthesized_pattern", .make = Make::Splice},
    {.type = "declaration_pattern", .kind = Kind::VarDef},
    {.type = "var_pattern", .kind = Kind::VarDef},
    {.type = "parenthesized_variable_designation", .kind = Kind::Tuple, .fields = {{{"name", Role::Element}}}},
    {.type = "and_pattern", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "or_pattern", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "negated_pattern", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::FirstToken},
    {.type = "relational_pattern", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::FirstToken},
    {.type = "list_pattern", .kind = Kind::Array},
    {.type = "property_pattern_clause", .kind = Kind::Map},
    {.type = "positional_pattern_clause", .kind = Kind::Tuple},
    {.type = "subpattern", .shape = shape_pair},
    {.type = "when_clause", .kind = Kind::If, .rest = Role::Condition},
    // Statements
    {.type = "global_statement", .make = Make::Splice},
    {.type = "block", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "local_declaration_statement", .kind = Kind::VarDef, .shape = csharp::shape_variables},
    {.type = "if_statement", .kind = Kind::If},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For},
    {.type = "foreach_statement", .kind = Kind::ForEach, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}},
    {.type = "switch_statement", .kind = Kind::Switch, .fields = {{{"body", Role::Element}}}},
    {.type = "switch_body", .make = Make::Splice},
    {.type = "switch_section", .kind = Kind::Case, .shape = shape_case},
    {.type = "try_statement", .kind = Kind::Try, .shape = shape_try},
    {.type = "catch_clause", .kind = Kind::Catch, .shape = shape_catch},
    {.type = "catch_filter_clause", .make = Make::Splice},
    {.type = "finally_clause", .kind = Kind::Finally, .rest = Role::Body},
    {.type = "using_statement", .kind = Kind::Using, .shape = shape_guarded},
    {.type = "lock_statement", .kind = Kind::Using, .shape = shape_guarded},
    {.type = "fixed_statement", .kind = Kind::Using, .shape = shape_guarded},
    {.type = "unsafe_statement", .kind = Kind::Using, .shape = shape_guarded},
    {.type = "checked_statement", .kind = Kind::Using, .shape = shape_guarded},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "throw_statement", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "yield_statement", .kind = Kind::Yield, .rest = Role::Value},
    {.type = "break_statement", .kind = Kind::Break},
    {.type = "continue_statement", .kind = Kind::Continue},
    {.type = "goto_statement", .kind = Kind::Goto, .rest = Role::Label},
    {.type = "labeled_statement", .kind = Kind::Labeled, .shape = shape_labeled},
    // Definitions
    {.type = "using_directive", .kind = Kind::Import, .shape = shape_renaming_import},
    {.type = "namespace_declaration", .kind = Kind::Package},
    {.type = "file_scoped_namespace_declaration", .kind = Kind::Package},
    {.type = "class_declaration", .kind = Kind::Class, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "struct_declaration", .kind = Kind::Class, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "record_declaration", .kind = Kind::Class, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "interface_declaration", .kind = Kind::Class, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "enum_declaration", .kind = Kind::Class, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "declaration_list", .kind = Kind::Block},
    {.type = "enum_member_declaration_list", .kind = Kind::Block},
    {.type = "enum_member_declaration", .kind = Kind::VarDef},
    {.type = "base_list", .shape = csharp::shape_bases},
    {.type = "primary_constructor_base_type", .shape = csharp::shape_base_with_arguments},
    {.type = "type_parameter_list", .shape = csharp::shape_type_parameters},
    {.type = "type_parameter", .kind = Kind::TypeParameter},
    {.type = "method_declaration", .kind = Kind::Function, .fields = {{{"returns", Role::ReturnType}}}, .rest = Role::Modifier},
    {.type = "local_function_statement", .kind = Kind::Function, .fields = {{{"type", Role::ReturnType}}}, .rest = Role::Modifier},
    {.type = "delegate_declaration", .kind = Kind::Function, .fields = {{{"type", Role::ReturnType}}}, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "constructor_declaration", .kind = Kind::Function, .rest = Role::Modifier},
    {.type = "destructor_declaration", .kind = Kind::Function, .shape = csharp::shape_operator},
    {.type = "operator_declaration", .kind = Kind::Function, .shape = csharp::shape_operator},
    {.type = "conversion_operator_declaration", .kind = Kind::Function, .shape = csharp::shape_operator},
    {.type = "constructor_initializer", .kind = Kind::Call, .shape = csharp::shape_constructor_initializer},
    {.type = "arrow_expression_clause", .kind = Kind::Block, .shape = csharp::write_arrow_block},
    {.type = "field_declaration", .kind = Kind::VarDef, .shape = csharp::shape_variables},
    {.type = "event_field_declaration", .kind = Kind::VarDef, .shape = csharp::shape_variables},
    {.type = "variable_declaration", .kind = Kind::VarDef, .shape = csharp::shape_variables},
    {.type = "variable_declarator", .shape = csharp::shape_declarator},
    {.type = "property_declaration", .kind = Kind::VarDef, .shape = csharp::shape_property},
    {.type = "indexer_declaration", .kind = Kind::VarDef, .shape = csharp::shape_property},
    {.type = "event_declaration", .kind = Kind::VarDef, .shape = csharp::shape_property},
    {.type = "accessor_list", .make = Make::Splice},
    {.type = "accessor_declaration", .kind = Kind::Function, .shape = csharp::shape_accessor},
    {.type = "parameter_list", .kind = Kind::Parameters, .shape = csharp::shape_parameter_list},
    {.type = "bracketed_parameter_list", .kind = Kind::Parameters, .shape = csharp::shape_parameter_list},
    {.type = "parameter", .kind = Kind::Parameter, .shape = csharp::shape_parameter},
    {.type = "modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "attribute_list", .shape = csharp::shape_attributes},
    {.type = "global_attribute", .shape = csharp::shape_attributes},
    {.type = "attribute", .kind = Kind::Attribute, .rest = Role::Arguments},
    {.type = "attribute_argument_list", .kind = Kind::Arguments},
    {.type = "attribute_argument", .shape = shape_argument},
    {.type = "attribute_target_specifier", .make = Make::Drop},
    // Preprocessor
    {.type = "preproc_if", .shape = shape_conditional_code},
    {.type = "preproc_elif", .shape = shape_conditional_code},
    {.type = "preproc_else", .shape = shape_conditional_code},
    {.type = "preproc_if_in_attribute_list", .shape = shape_conditional_code},
    {.type = "preproc_region", .make = Make::Drop},
    {.type = "preproc_endregion", .make = Make::Drop},
    {.type = "preproc_pragma", .make = Make::Drop},
    {.type = "preproc_nullable", .make = Make::Drop},
    {.type = "preproc_line", .make = Make::Drop},
    {.type = "preproc_define", .make = Make::Drop},
    {.type = "preproc_undef", .make = Make::Drop},
    {.type = "preproc_warning", .make = Make::Drop},
    {.type = "preproc_error", .make = Make::Drop},
    {.type = "shebang_directive", .make = Make::Drop},
    {.type = "comment", .make = Make::Comment},
};

constexpr std::string_view kInterpolations[] = {"interpolation"};
// Of `int Count => e;`.
constexpr std::string_view kImpliedNames[] = {"get"};
constexpr PatternWrapper kWrappers[] = {
    // First: `[Name]` is to be an attribute, not a list.
    {"", " class SlW {}"}, {"class SlW { void slf() { slf(", "); } }"}, {"class SlW { void slf() { try {} ", " } }"},
    {"class SlW { void slf() { ", " } }"}, {"class SlW { void slf() { ", "; } }", false, true}, {"class SlW { ", " }"}, {"", ""},
    {"class SlW { ", " void slf() {} }"}, {"class SlW { void slf() { var slf = new SlW ", "; } }"},
    {"class SlW { ", " {} }", false, true}, {"", " {}", false, true}, {"class SlW { void slf() { switch (0) { ", " } } }"},
    {"class SlW { void slf() { ", " {} } }", false, true}, {"class SlW { void slf() { ", " catch {} } }", false, true},
    {"class SlW { ", "; }", false, true}};
constexpr std::string_view kKeywords =
    "if else while for foreach do switch case default return goto break continue struct enum class "
    "interface namespace try catch finally throw using lock new";
constexpr std::string_view kEllipsis[] = {"@", "@();", "int @", "int @;", "@ = 1", "@;;", "case @:", "int @ { get; }"};
// `x switch { ..., A => b }`: an arm, which nothing else looks like.
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t) {
  int depth = 0;
  std::size_t at = begin;
  while (at > 0 && depth >= 0) {
    --at;
    if (text[at] == '}' || text[at] == ')') ++depth;
    if (text[at] == '{' || text[at] == '(') --depth;
  }
  bool is_arm = depth < 0 && text[at] == '{' && trim(text.substr(0, at)).ends_with(" switch");
  std::size_t before = text.find_last_not_of(" \t\r\n", begin - 1);
  bool is_first = is_arm && (text[before] == '{' || text[before] == ',');
  return is_first ? std::string_view("@ => 1") : std::string_view();
}
constexpr std::string_view kTokens[] = {"this", "base"};
constexpr std::string_view kMetavariable[] = {"@", "@ @", "@()", "@;"};

}  // namespace

const LanguageDefinition& csharp_definition() {
  static constexpr LanguageDefinition kCSharp{
      .language = Language::CSharp,
      .grammar = tree_sitter_c_sharp,
      .tokens = kTokens,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .imports = ImportStyle::Names,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .parameter = "int @", .metavariable = kMetavariable, .interpolation = "{",
                  .template_prefix = "$", .keywords = kKeywords,
                  .typed_hole = TypedHoleForm::TypeFirst},
      .implied_names = kImpliedNames,
      .execution = {.self_names = "this base", .exit_method = "Dispose", .setter_parameter = "value",
                    .has_implicit_fields = true, .falls_through = true, .break_leaves_switch = true,
                    .bare_yield_ends = true},
      .is_full = true,
  };
  return kCSharp;
}

}  // namespace sluice
