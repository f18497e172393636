// Rust 2024, grammar tree-sitter-rust. A macro's tokens are read as arguments, as far
// as that goes: `println!("{}", a)` is Call(println!, Arguments("{}", a)).
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_rust();

namespace sluice {
namespace {

// `r#"a"#` and `b"a"`: what stands between the quotes.
void shape_rust_string(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::size_t open = text.find('"'), close = text.rfind('"');
  s.string(raw, role, open < close ? text.substr(open + 1, close - open - 1) : std::string_view());
}

// `a.b.c` among a macro's tokens.
bool write_member(Shaper& s, const std::vector<RawIndex>& tokens, const std::vector<RawIndex>& names) {
  if (tokens.size() != 2 * names.size() - 1) return false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    bool is_name = s.is(tokens[i], "identifier") || s.is(tokens[i], "self");
    if (i % 2 == 0 ? !is_name : s.text(tokens[i]) != "." && s.text(tokens[i]) != "::") return false;
  }
  for (std::size_t i = names.size() - 1; i > 0; --i)
    s.open(Kind::Member, i + 1 == names.size() ? Role::Element : Role::Object, ByteRange{s.raw(names[0]).begin, s.raw(names[i]).end});
  s.visit(names[0], Role::Object);
  for (std::size_t i = 1; i < names.size(); ++i) {
    s.visit(names[i], Role::Name);
    s.close();
  }
  return true;
}

// One argument of a macro: what stands between two commas.
void write_tokens(Shaper& s, const std::vector<RawIndex>& tokens) {
  std::vector<RawIndex> named;
  for (RawIndex token : tokens)
    if (s.raw(token).named) named.push_back(token);
  if (named.empty()) return;
  if (tokens.size() == 1) return s.visit(named[0], Role::Element);
  if (named.size() > 1 && write_member(s, tokens, named)) return;
  s.open(Kind::Other, Role::Element, ByteRange{s.raw(tokens.front()).begin, s.raw(tokens.back()).end});
  for (RawIndex token : named) s.visit(token, Role::Element);
  s.close();
}

void shape_token_tree(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> children = s.all_children(raw);
  std::vector<RawIndex> tokens;
  s.open(Kind::Arguments, role, raw);
  for (std::size_t i = 1; i + 1 < children.size(); ++i) {
    bool is_comma = s.text(children[i]) == "," || s.text(children[i]) == ";";
    if (!is_comma) tokens.push_back(children[i]);
    if (is_comma || i + 2 == children.size()) write_tokens(s, tokens);
    if (is_comma) tokens.clear();
  }
  s.close();
}

void shape_macro(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.field(raw, "macro");
  s.open(Kind::Call, role, raw);
  bool is_plain = s.is(name, "identifier") && !s.is_placeholder(name);
  if (is_plain) s.leaf(Kind::Name, Role::Callee, name, std::string(s.text(name)) + "!");
  else s.visit(name, Role::Callee);
  s.visit(s.child_of_type(raw, "token_tree"), Role::Arguments);
  s.close();
}

// `f::<T>` calls f.
void shape_generic_function(Shaper& s, RawIndex raw, Role role) { s.visit(s.field(raw, "function"), role); }

// `A { b: 1, ..c }`: New(A, Map(Pair...)).
void shape_struct_value(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::New, role, raw);
  s.visit(s.field(raw, "name"), Role::Type);
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

void shape_shorthand(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Pair, role, raw);
  s.leaf(Kind::Name, Role::Key, raw);
  s.leaf(Kind::Name, Role::Value, raw);
  s.close();
}

void shape_index(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Index, Role::Object, Role::Element); }

// `self`, `&mut self`
void shape_self(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  s.visit(s.child_of_type(raw, "self"), Role::Name);
  s.close();
}

// `if`, `match` and their like are statements where they stand as one.
void shape_expression_statement(Shaper& s, RawIndex raw, Role role) {
  RawIndex value = s.first_named(raw);
  switch (value == kNoRaw ? Kind::Other : s.kind_of(value)) {
    case Kind::If: case Kind::While: case Kind::ForEach: case Kind::Switch: case Kind::Block:
    case Kind::Return: case Kind::Break: case Kind::Continue: case Kind::Using:
      if (!s.is_placeholder(value)) return s.visit(value, role);
      [[fallthrough]];
    default: return s.visit_by_table(raw, role);
  }
}

void shape_item(Shaper& s, RawIndex raw, Role role) {
  constexpr std::string_view kWords[] = {"struct", "enum", "trait", "impl", "mod", "union"};
  NodeId id = s.open(Kind::Class, role, raw);
  for (std::string_view word : kWords)
    if (s.has_token(raw, word)) s.out().set_text(id, word);
  for (RawIndex child : s.named_children(raw)) {
    bool is_impl_type = s.is(raw, "impl_item") && s.has_field(child, "type");
    if (is_impl_type) s.visit(child, Role::Name);
    else if (s.has_field(child, "trait")) s.visit(child, Role::Parent);
    else s.visit_child(raw, child, Role::Modifier);
  }
  s.close();
}

// `use a::b`, `use a::{b, c as d}`, `use a::*`
void write_use(Shaper& s, RawIndex raw, RawIndex path) {
  if (s.is(raw, "use_list")) {
    for (RawIndex item : s.named_children(raw)) write_use(s, item, path);
    return;
  }
  // `a::b::{self}` names b.
  if (s.is(raw, "self")) return s.visit(s.is(path, "scoped_identifier") ? s.field(path, "name") : path, Role::Alias);
  s.open(Kind::ImportedName, Role::Element, raw);
  bool has_alias = s.is(raw, "use_as_clause") && !s.is_placeholder(raw);
  s.visit(has_alias ? s.field(raw, "path") : raw, Role::Name);
  if (has_alias) s.visit(s.field(raw, "alias"), Role::Alias);
  s.close();
}

void shape_use(Shaper& s, RawIndex raw, Role role) {
  RawIndex argument = s.field(raw, "argument");
  s.open(Kind::Import, role, raw);
  if (s.is_placeholder(argument)) {
    s.visit(argument, Role::Module);
  } else if (s.is(argument, "scoped_use_list")) {
    s.visit(s.field(argument, "path"), Role::Module);
    write_use(s, s.field(argument, "list"), s.field(argument, "path"));
  } else if (s.is(argument, "use_as_clause")) {
    s.visit(s.field(argument, "path"), Role::Module);
    s.visit(s.field(argument, "alias"), Role::Alias);
  } else if (s.is(argument, "use_wildcard")) {
    s.visit_children(argument, Role::Module);
    s.out().leaf(Kind::Token, Role::Element, {s.raw(argument).end - 1, s.raw(argument).end}, "*");
  } else {
    s.visit(argument, Role::Module);
  }
  s.close();
}

// `|a, b: T| c`
void shape_closure_parameters(Shaper& s, RawIndex raw, Role role) { shape_parameters(s, raw, role); }

// `a => b`, `A(x) if c => d`
void shape_arm(Shaper& s, RawIndex raw, Role role) {
  RawIndex value = s.field(raw, "value");
  s.open(Kind::Case, role, raw);
  s.visit(s.field(raw, "pattern"), Role::Label);
  if (s.is(value, "block") && !s.is_placeholder(value)) s.visit_children(value);
  else s.visit(value, Role::Element);
  s.close();
}

constexpr NodeShape kShapes[] = {
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "field_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "shorthand_field_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "primitive_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "self", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "super", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "crate", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "metavariable", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "lifetime", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "label", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "scoped_identifier", .kind = Kind::Member, .fields = {{{"path", Role::Object}}}},
    {.type = "scoped_type_identifier", .kind = Kind::Member, .fields = {{{"path", Role::Object}}}},
    {.type = "string_literal", .kind = Kind::String, .shape = shape_rust_string},
    {.type = "raw_string_literal", .kind = Kind::String, .shape = shape_rust_string},
    {.type = "char_literal", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "negative_literal", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "boolean_literal", .kind = Kind::Boolean, .make = Make::Leaf},
    // Expressions
    {.type = "call_expression", .kind = Kind::Call},
    {.type = "generic_function", .kind = Kind::Name, .shape = shape_generic_function},
    {.type = "arguments", .kind = Kind::Arguments},
    {.type = "macro_invocation", .kind = Kind::Call, .shape = shape_macro},
    {.type = "token_tree", .kind = Kind::Arguments, .shape = shape_token_tree},
    {.type = "field_expression", .kind = Kind::Member, .fields = {{{"value", Role::Object}}}},
    {.type = "index_expression", .kind = Kind::Index, .shape = shape_index},
    {.type = "struct_expression", .kind = Kind::New, .shape = shape_struct_value},
    {.type = "field_initializer_list", .kind = Kind::Map},
    {.type = "field_initializer", .kind = Kind::Pair, .fields = {{{"field", Role::Key}}}},
    {.type = "shorthand_field_initializer", .kind = Kind::Pair, .shape = shape_shorthand},
    {.type = "base_field_initializer", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "compound_assignment_expr", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "range_expression", .kind = Kind::Binary, .shape = shape_infix},
    {.type = "unary_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "reference_expression", .kind = Kind::Unary, .fields = {{{"value", Role::Operand}}}, .rest = Role::Modifier, .text = TextFrom::Operator},
    {.type = "try_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "await_expression", .kind = Kind::Await, .rest = Role::Value},
    {.type = "type_cast_expression", .kind = Kind::Cast},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "array_expression", .kind = Kind::Array},
    {.type = "tuple_expression", .kind = Kind::Tuple},
    {.type = "unit_expression", .kind = Kind::Tuple},
    {.type = "closure_expression", .kind = Kind::Lambda},
    {.type = "closure_parameters", .kind = Kind::Parameters, .shape = shape_closure_parameters},
    {.type = "return_expression", .kind = Kind::Return, .rest = Role::Value},
    {.type = "break_expression", .kind = Kind::Break, .rest = Role::Value},
    {.type = "continue_expression", .kind = Kind::Continue, .rest = Role::Label},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "unsafe_block", .kind = Kind::Using, .rest = Role::Body},
    {.type = "async_block", .kind = Kind::Lambda, .rest = Role::Body},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value, .shape = shape_expression_statement},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "let_declaration", .kind = Kind::VarDef, .fields = {{{"pattern", Role::Name}}}, .rest = Role::Modifier},
    {.type = "const_item", .kind = Kind::VarDef, .rest = Role::Modifier},
    {.type = "static_item", .kind = Kind::VarDef, .rest = Role::Modifier},
    {.type = "if_expression", .kind = Kind::If},
    {.type = "else_clause", .make = Make::Splice},
    {.type = "let_condition", .kind = Kind::VarDef, .fields = {{{"pattern", Role::Name}}}},
    {.type = "let_chain", .kind = Kind::Tuple},
    {.type = "while_expression", .kind = Kind::While, .rest = Role::Label},
    {.type = "loop_expression", .kind = Kind::While, .rest = Role::Label},
    {.type = "for_expression", .kind = Kind::ForEach, .fields = {{{"pattern", Role::Name}}}, .rest = Role::Label},
    {.type = "match_expression", .kind = Kind::Switch, .fields = {{{"body", Role::Element}}}},
    {.type = "match_block", .make = Make::Splice},
    {.type = "match_arm", .kind = Kind::Case, .shape = shape_arm},
    {.type = "match_pattern", .make = Make::Splice},
    // Patterns
    {.type = "tuple_pattern", .kind = Kind::Tuple},
    {.type = "slice_pattern", .kind = Kind::Array},
    {.type = "tuple_struct_pattern", .kind = Kind::Call, .fields = {{{"type", Role::Callee}}}},
    {.type = "struct_pattern", .kind = Kind::Map},
    {.type = "field_pattern", .kind = Kind::Pair, .fields = {{{"name", Role::Key}, {"pattern", Role::Value}}}},
    {.type = "or_pattern", .kind = Kind::Binary, .shape = shape_infix},
    {.type = "range_pattern", .kind = Kind::Binary, .shape = shape_infix},
    {.type = "ref_pattern", .make = Make::Splice},
    {.type = "mut_pattern", .make = Make::Splice},
    {.type = "reference_pattern", .make = Make::Splice},
    {.type = "captured_pattern", .kind = Kind::Assign},
    {.type = "remaining_field_pattern", .kind = Kind::Token, .make = Make::Leaf},
    // Definitions
    {.type = "use_declaration", .kind = Kind::Import, .shape = shape_use},
    {.type = "extern_crate_declaration", .kind = Kind::Import, .fields = {{{"name", Role::Module}}}, .rest = Role::Modifier},
    {.type = "function_item", .kind = Kind::Function, .rest = Role::Modifier},
    {.type = "function_signature_item", .kind = Kind::Function, .rest = Role::Modifier},
    {.type = "parameters", .kind = Kind::Parameters, .shape = shape_parameters},
    {.type = "parameter", .kind = Kind::Parameter, .fields = {{{"pattern", Role::Name}}}, .rest = Role::Modifier},
    {.type = "self_parameter", .kind = Kind::Parameter, .shape = shape_self},
    {.type = "struct_item", .kind = Kind::Class, .shape = shape_item},
    {.type = "enum_item", .kind = Kind::Class, .shape = shape_item},
    {.type = "union_item", .kind = Kind::Class, .shape = shape_item},
    {.type = "trait_item", .kind = Kind::Class, .shape = shape_item},
    {.type = "impl_item", .kind = Kind::Class, .shape = shape_item},
    {.type = "mod_item", .kind = Kind::Class, .shape = shape_item},
    {.type = "declaration_list", .kind = Kind::Block},
    {.type = "field_declaration_list", .kind = Kind::Block},
    {.type = "enum_variant_list", .kind = Kind::Block},
    {.type = "ordered_field_declaration_list", .kind = Kind::Block},
    {.type = "field_declaration", .kind = Kind::VarDef, .rest = Role::Modifier},
    {.type = "enum_variant", .kind = Kind::VarDef, .rest = Role::Modifier},
    {.type = "type_item", .kind = Kind::Type, .rest = Role::Modifier},
    {.type = "attribute_item", .make = Make::Splice},
    {.type = "inner_attribute_item", .make = Make::Splice},
    {.type = "attribute", .kind = Kind::Attribute, .rest = Role::Name},
    {.type = "visibility_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "function_modifiers", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "extern_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "mutable_specifier", .kind = Kind::Modifier, .make = Make::Leaf},
    // Types
    {.type = "generic_type", .kind = Kind::Type, .fields = {{{"type", Role::Name}}}},
    {.type = "generic_type_with_turbofish", .kind = Kind::Type, .fields = {{{"type", Role::Name}}}},
    {.type = "type_arguments", .make = Make::Splice},
    {.type = "type_parameters", .make = Make::Splice},
    {.type = "type_parameter", .kind = Kind::TypeParameter},
    {.type = "lifetime_parameter", .kind = Kind::TypeParameter},
    {.type = "reference_type", .kind = Kind::Type},
    {.type = "pointer_type", .kind = Kind::Type},
    {.type = "array_type", .kind = Kind::Type},
    {.type = "tuple_type", .kind = Kind::Type},
    {.type = "function_type", .kind = Kind::Type},
    {.type = "dynamic_type", .kind = Kind::Type},
    {.type = "abstract_type", .kind = Kind::Type},
    {.type = "bounded_type", .kind = Kind::Type},
    {.type = "unit_type", .kind = Kind::Type},
    {.type = "trait_bounds", .kind = Kind::Type},
    {.type = "where_clause", .kind = Kind::Type},
    {.type = "line_comment", .make = Make::Comment},
    {.type = "block_comment", .make = Make::Comment},
    {.type = "shebang", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {.before = "", .after = ""},
    {.before = "fn slf() { ", .after = " }"},
    {.before = "fn slf() { let slf = ", .after = "; }"},
    {.before = "", .after = " {}", .is_head = true},
    {.before = "impl SlW { ", .after = " }"},
    {.before = "", .after = " struct SlW;"},
    {.before = "fn slf() { match slf { ", .after = " } }"},
};
constexpr std::string_view kEllipsis[] = {"@", "@;", "@: @", "@ => @,", "fn @() {}"};
constexpr std::string_view kMetavariable[] = {"@", "@: @"};

}  // namespace

const LanguageDefinition& rust_definition() {
  static constexpr LanguageDefinition kRust{
      .language = Language::Rust,
      .grammar = tree_sitter_rust,
      .shapes = kShapes,
      .imports = ImportStyle::LastName,
      // An apostrophe may open a lifetime.
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .quotes = "\""},
      .has_bare_expressions = true,
  };
  return kRust;
}

}  // namespace sluice
