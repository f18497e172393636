// Rust 2024, grammar tree-sitter-rust. A macro's tokens are read as arguments, as far
// as that goes: `println!("{}", a)` is Call(println!, Arguments("{}", a)).
#include "analyzers/languages/definition.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_rust();

namespace sluice {
namespace {

// `r#"a"#` and `b"a"`: what stands between the quotes.
void shape_rust_string(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::size_t open = text.find('"'), close = text.rfind('"');
  s.string(raw, role, open < close ? text.substr(open + 1, close - open - 1) : std::string_view());
}

// --- a macro's tokens, read as far as they are a chain of names, calls and indices ---

using Tokens = std::vector<RawIndex>;

bool is_group(Shaper& s, RawIndex token, char open) { return s.is(token, "token_tree") && s.text(token).starts_with(open); }
bool is_selector(Shaper& s, RawIndex token) { return s.text(token) == "." || s.text(token) == "::"; }

// One step of `a.b(c)[d]` ends before `end`: where it begins; 0 when there is none.
std::size_t last_step(Shaper& s, const Tokens& tokens, std::size_t end) {
  if (end < 2 || s.is_stand_in(tokens[end - 1])) return 0;
  RawIndex last = tokens[end - 1];
  bool is_call = is_group(s, last, '(') || is_group(s, last, '[');
  if (is_call) return s.text(tokens[end - 2]) == "!" ? end - 2 : end - 1;
  bool is_member = end > 2 && is_selector(s, tokens[end - 2]) && (s.is(last, "identifier") || s.is(last, "integer_literal"));
  return is_member ? end - 2 : 0;
}

bool is_chain(Shaper& s, const Tokens& tokens) {
  std::size_t end = tokens.size();
  while (end > 1) {
    std::size_t step = last_step(s, tokens, end);
    if (step == 0) return false;
    end = step;
  }
  return end == 1 && s.raw(tokens[0]).named;
}

void write_chain(Shaper& s, const Tokens& tokens, std::size_t end, Role role) {
  if (end == 1) return s.visit(tokens[0], role);
  std::size_t step = last_step(s, tokens, end);
  RawIndex last = tokens[end - 1];
  ByteRange range{s.raw(tokens[0]).begin, s.raw(last).end};
  bool is_macro = s.text(tokens[step]) == "!";
  if (is_macro || is_group(s, last, '(')) {
    s.open(Kind::Call, role, range);
    if (is_macro && step == 1) s.leaf(Kind::Name, Role::Callee, tokens[0], std::string(s.text(tokens[0])) + "!");
    else write_chain(s, tokens, step, Role::Callee);
    s.visit(last, Role::Arguments);
  } else if (is_group(s, last, '[')) {
    s.open(Kind::Index, role, range);
    write_chain(s, tokens, step, Role::Object);
    s.visit(last, Role::Element);
  } else {
    s.open(Kind::Member, role, range);
    write_chain(s, tokens, step, Role::Object);
    s.visit(last, Role::Name);
  }
  s.close();
}

bool is_prefix(Shaper& s, RawIndex token) {
  std::string_view text = s.text(token);
  return !s.raw(token).named && (text == "&" || text == "*" || text == "!" || text == "-");
}

// One argument of a macro: what stands between two commas.
void write_tokens(Shaper& s, Tokens tokens, Role role = Role::Element) {
  if (tokens.empty()) return;
  ByteRange range{s.raw(tokens.front()).begin, s.raw(tokens.back()).end};
  if (s.visit_stand_in(range, role)) return;
  if (is_chain(s, tokens)) return write_chain(s, tokens, tokens.size(), role);
  if (is_prefix(s, tokens[0]) && tokens.size() > 1) {
    NodeId id = s.open(Kind::Unary, role, range);
    s.out().set_text(id, s.text(tokens[0]));
    tokens.erase(tokens.begin());
    if (s.text(tokens[0]) == "mut") tokens.erase(tokens.begin());
    write_tokens(s, std::move(tokens), Role::Operand);
    return s.close();
  }
  s.open(Kind::Other, role, range);
  for (RawIndex token : tokens)
    if (s.raw(token).named) s.visit(token, Role::Element);
  s.close();
}

void shape_token_tree(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> children = s.all_children(raw);
  Tokens tokens;
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
  bool is_plain = s.is(name, "identifier") && !s.is_stand_in(name);
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
      if (!s.is_stand_in(value)) return s.visit(value, role);
      [[fallthrough]];
    default: return s.visit_by_table(raw, role);
  }
}

// --- attributes stand before the item they belong to, as its siblings ---

constexpr std::string_view kItems[] = {"function_item", "function_signature_item", "struct_item", "enum_item", "union_item",
                                       "trait_item", "impl_item", "mod_item", "const_item", "static_item", "type_item",
                                       "foreign_mod_item", "use_declaration"};
// How many nodes before an item its attributes are looked for.
constexpr RawIndex kAttributeReach = 400;

// The attribute or comment whose last token is right before `raw`; kNoRaw when something else is.
RawIndex find_before(Shaper& s, RawIndex raw) {
  RawIndex stop = raw > kAttributeReach ? raw - kAttributeReach : 0;
  for (RawIndex i = raw; i-- > stop && s.raw(i).last <= raw;)
    if (s.raw(i).last == raw && (s.is(i, "attribute_item") || s.is(i, "line_comment") || s.is(i, "block_comment"))) return i;
  return kNoRaw;
}

std::vector<RawIndex> attributes_of(Shaper& s, RawIndex item) {
  std::vector<RawIndex> found;
  for (RawIndex at = find_before(s, item); at != kNoRaw; at = find_before(s, at))
    if (s.is(at, "attribute_item")) found.insert(found.begin(), at);
  return found;
}

// What follows takes it; else it stands for itself.
void shape_attribute_item(Shaper& s, RawIndex raw, Role role) {
  RawIndex next = s.raw(raw).last;
  while (next < s.raw(0).last && (s.is(next, "attribute_item") || s.is(next, "line_comment") || s.is(next, "block_comment"))) next = s.raw(next).last;
  bool is_taken = false;
  for (std::string_view item : kItems) is_taken |= next < s.raw(0).last && s.is(next, item) && !s.is_behind_part(next);
  if (!is_taken) s.visit_children(raw, role);
}

NodeId open_item(Shaper& s, Kind kind, Role role, RawIndex raw) {
  std::vector<RawIndex> attributes = attributes_of(s, raw);
  ByteRange range = s.range_of(raw);
  if (!attributes.empty()) range.begin = s.raw(attributes[0]).begin;
  NodeId id = s.open(kind, role, range);
  for (RawIndex attribute : attributes) s.visit_children(attribute, Role::Attribute);
  return id;
}

// An item of which the table says all but the attributes.
void shape_plain_item(Shaper& s, RawIndex raw, Role role) {
  open_item(s, s.kind_of(raw), role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit_child(raw, child, Role::Modifier);
  s.close();
}

void shape_item(Shaper& s, RawIndex raw, Role role) {
  constexpr std::string_view kWords[] = {"struct", "enum", "trait", "impl", "mod", "union"};
  NodeId id = open_item(s, Kind::Class, role, raw);
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
  bool has_alias = s.is(raw, "use_as_clause") && !s.is_stand_in(raw);
  s.visit(has_alias ? s.field(raw, "path") : raw, Role::Name);
  if (has_alias) s.visit(s.field(raw, "alias"), Role::Alias);
  s.close();
}

void shape_use(Shaper& s, RawIndex raw, Role role) {
  RawIndex argument = s.field(raw, "argument");
  open_item(s, Kind::Import, role, raw);
  if (s.is_stand_in(argument)) {
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
  if (s.is(value, "block") && !s.is_stand_in(value)) s.visit_children(value);
  else s.visit_statement(value, Role::Element);
  s.close();
}

// `extern "C" { ... }`
void shape_foreign(Shaper& s, RawIndex raw, Role role) {
  NodeId id = open_item(s, Kind::Class, role, raw);
  s.out().set_text(id, "extern");
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "declaration_list") ? Role::Body : Role::Modifier);
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
    {.type = "const_block", .make = Make::Splice},
    {.type = "try_block", .make = Make::Splice},
    {.type = "gen_block", .kind = Kind::Lambda, .rest = Role::Body},
    {.type = "yield_expression", .kind = Kind::Yield, .rest = Role::Value},
    {.type = "async_block", .kind = Kind::Lambda, .rest = Role::Body},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value, .shape = shape_expression_statement},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "let_declaration", .kind = Kind::VarDef, .fields = {{{"pattern", Role::Name}}}, .rest = Role::Modifier},
    {.type = "const_item", .kind = Kind::VarDef, .shape = shape_plain_item},
    {.type = "static_item", .kind = Kind::VarDef, .shape = shape_plain_item},
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
    {.type = "tuple_struct_pattern", .kind = Kind::Call, .shape = shape_destructured},
    {.type = "struct_pattern", .kind = Kind::Map},
    {.type = "field_pattern", .kind = Kind::Pair, .fields = {{{"name", Role::Key}, {"pattern", Role::Value}}}},
    {.type = "generic_pattern", .kind = Kind::Type},
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
    {.type = "function_item", .kind = Kind::Function, .shape = shape_plain_item},
    {.type = "function_signature_item", .kind = Kind::Function, .shape = shape_plain_item},
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
    {.type = "foreign_mod_item", .kind = Kind::Class, .shape = shape_foreign},
    {.type = "variadic_parameter", .kind = Kind::Parameter, .fields = {{{"pattern", Role::Name}}}},
    // A macro's definition is kept as tokens.
    {.type = "macro_definition", .kind = Kind::Function},
    {.type = "macro_rule", .kind = Kind::Case},
    {.type = "token_tree_pattern", .make = Make::Splice},
    {.type = "token_binding_pattern", .kind = Kind::Parameter},
    {.type = "token_repetition_pattern", .make = Make::Splice},
    {.type = "token_repetition", .make = Make::Splice},
    {.type = "fragment_specifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_item", .kind = Kind::Type, .shape = shape_plain_item},
    {.type = "attribute_item", .make = Make::Splice, .shape = shape_attribute_item},
    {.type = "inner_attribute_item", .make = Make::Splice},
    {.type = "attribute", .kind = Kind::Attribute, .fields = {{{"value", Role::Arguments}}}, .rest = Role::Name},
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
    {.type = "bracketed_type", .make = Make::Splice},
    {.type = "never_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "qualified_type", .kind = Kind::Type},
    {.type = "higher_ranked_trait_bound", .kind = Kind::Type},
    {.type = "removed_trait_bound", .kind = Kind::Type},
    {.type = "use_bounds", .kind = Kind::Type},
    {.type = "where_predicate", .kind = Kind::Type},
    {.type = "for_lifetimes", .make = Make::Splice},
    {.type = "type_binding", .kind = Kind::Type},
    {.type = "associated_type", .kind = Kind::Type},
    {.type = "const_parameter", .kind = Kind::TypeParameter},
    {.type = "line_comment", .make = Make::Comment},
    {.type = "doc_comment", .make = Make::Drop},
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
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t) {
  return is_at_arm(text, begin, {"match"}) ? std::string_view("@ => @") : std::string_view();
}
constexpr std::string_view kMetavariable[] = {"@", "@: @"};

}  // namespace

const LanguageDefinition& rust_definition() {
  static constexpr LanguageDefinition kRust{
      .language = Language::Rust,
      .grammar = tree_sitter_rust,
      .shapes = kShapes,
      .imports = ImportStyle::LastName,
      // An apostrophe may open a lifetime.
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .metavariable = kMetavariable, .quotes = "\"", .typed_hole = TypedHoleForm::NameFirst},
      .has_bare_expressions = true,
      .equivalences = {.last_value = LastValue::ReturnedWithoutSemicolon},
      .execution = {.self_names = "self Self"},
      .is_full = true,
  };
  return kRust;
}

}  // namespace sluice
