// Swift 5 and 6, grammar tree-sitter-swift.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/swift_expression.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_swift();

namespace sluice {
namespace {

void shape_type_annotation(Shaper& s, RawIndex raw, Role) {
  for (RawIndex child : s.named_children(raw)) s.visit(child, Role::Type);
}

// The statements in braces are a node of their own; in a list they are its members.
void shape_statements(Shaper& s, RawIndex raw, Role role) {
  if (role != Role::Element) return s.visit_by_table(raw, role);
  for (RawIndex child : s.named_children(raw)) s.visit_statement(child, role);
}

// `{ a; b }`: the statements are in a node of their own.
void shape_body(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "statements") && !s.is_stand_in(child)) s.visit_children(child);
    else s.visit_statement(child, Role::Element);
  }
  s.close();
}

// `@name(args)`: Attribute(Name, Arguments).
void shape_attribute(Shaper& s, RawIndex raw, Role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Attribute, Role::Attribute, raw);
  if (!parts.empty()) s.visit(parts[0], Role::Name);
  if (parts.size() > 1) {
    s.open(Kind::Arguments, Role::Arguments, ByteRange{s.raw(parts[1]).begin, s.raw(parts.back()).end});
    for (std::size_t i = 1; i < parts.size(); ++i) s.visit(parts[i], Role::Element);
    s.close();
  }
  s.close();
}

// `let a: T = b, c = d`: a VarDef each.
void shape_property(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> names, shared;
  std::vector<RawIndex> children = s.named_children(raw);
  for (RawIndex child : children) {
    if (s.has_field(child, "name")) names.push_back(child);
    else if (s.is(child, "modifiers") || s.is(child, "attribute")) shared.push_back(child);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::uint32_t end = i + 1 < names.size() ? s.raw(names[i + 1]).begin : s.raw(raw).end;
    ByteRange range = names.size() == 1 ? s.range_of(raw) : ByteRange{s.raw(names[i]).begin, s.raw(names[i]).end};
    s.open(Kind::VarDef, role, range);
    for (RawIndex child : shared) s.visit(child, Role::Modifier);
    if (RawIndex word = s.child_of_type(raw, "value_binding_pattern"); word != kNoRaw) s.visit(word, Role::Modifier);
    s.visit(names[i], Role::Name);
    for (RawIndex child : children) {
      bool is_mine = s.raw(child).begin >= s.raw(names[i]).end && s.raw(child).begin < end;
      if (!is_mine) continue;
      bool is_body = s.has_field(child, "computed_value") || s.is(child, "willset_didset_block");
      if (s.is(child, "type_annotation")) s.visit(child, Role::Type);
      else s.visit(child, is_body ? Role::Body : Role::Value);
    }
    s.close();
  }
}

// `a b: T = c`: the outer name is the caller's; the default stands behind the parameter.
void write_parameter(Shaper& s, RawIndex raw, RawIndex value) {
  std::uint32_t end = s.raw(value == kNoRaw ? raw : value).end;
  s.open(Kind::Parameter, Role::Element, ByteRange{s.raw(raw).begin, end});
  bool has_name = false;
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "external_name")) continue;
    bool is_name = !has_name && s.is(child, "simple_identifier");
    has_name |= is_name;
    s.visit(child, is_name ? Role::Name : Role::Type);
  }
  s.visit(value, Role::Value);
  s.close();
}

void shape_parameter(Shaper& s, RawIndex raw, Role) { write_parameter(s, raw, kNoRaw); }

// The parameters stand among the children of their function.
void write_parameters(Shaper& s, const std::vector<RawIndex>& children) {
  RawIndex open = kNoRaw, close = kNoRaw;
  for (RawIndex child : children) {
    if (!s.raw(child).named && s.text(child) == "(" && open == kNoRaw) open = child;
    if (!s.raw(child).named && s.text(child) == ")") close = child;
  }
  if (close == kNoRaw) return;
  s.open(Kind::Parameters, Role::Parameters, ByteRange{s.raw(open).begin, s.raw(close).end});
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (!s.is(children[i], "parameter")) continue;
    bool has_default = i + 2 < children.size() && s.has_field(children[i + 2], "default_value");
    if (s.is_stand_in(children[i])) s.visit(children[i], Role::Element);
    else write_parameter(s, children[i], has_default ? children[i + 2] : kNoRaw);
  }
  s.close();
}

// What one child of a function is, but for its parameters.
void write_function_part(Shaper& s, RawIndex child, bool& has_name) {
  bool is_keyword_name = !s.raw(child).named && (s.text(child) == "init" || s.text(child) == "deinit" || s.text(child) == "subscript");
  bool is_name = is_keyword_name || (s.has_field(child, "name") && !has_name);
  has_name |= is_name;
  if (is_keyword_name) return s.leaf(Kind::Name, Role::Name, child);
  if (!s.raw(child).named || s.is(child, "parameter") || s.has_field(child, "default_value")) return;
  if (is_name) s.visit(child, Role::Name);
  else if (s.has_field(child, "body") || s.is(child, "computed_property")) s.visit(child, Role::Body);
  else if (s.has_field(child, "return_type") || s.has_field(child, "name")) s.visit(child, Role::ReturnType);
  else s.visit(child, s.is(child, "type_parameters") ? Role::TypeParameter : Role::Modifier);
}

void shape_function(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> children = s.all_children(raw);
  bool has_name = false, has_parameters = false;
  s.open(Kind::Function, role, raw);
  for (RawIndex child : children) {
    bool is_list = !has_parameters && !s.raw(child).named && s.text(child) == "(";
    has_parameters |= is_list;
    if (is_list) write_parameters(s, children);
    else write_function_part(s, child, has_name);
  }
  s.close();
}

void write_empty_block(Shaper& s, std::uint32_t where) {
  s.open(Kind::Block, Role::Body, ByteRange{where, where});
  s.close();
}

// `get { a }`, `didSet { a }`: a function of that name.
void shape_accessor(Shaper& s, RawIndex raw, Role role) {
  constexpr std::string_view kWords[] = {"willSet", "didSet", "get", "set", "_modify"};
  RawIndex body = s.child_of_type(raw, "statements");
  s.open(Kind::Function, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    bool is_name = false;
    for (std::string_view word : kWords) is_name |= s.text(child) == word;
    if (is_name) s.leaf(Kind::Name, Role::Name, child);
    else if (s.is(child, "modifiers") || s.is(child, "attribute")) s.visit(child, Role::Modifier);
  }
  if (body == kNoRaw) write_empty_block(s, s.raw(raw).end);
  else s.visit(body, Role::Body);
  s.close();
}

// `typealias A = B`, `associatedtype A: B`
void shape_type_alias(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Type, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "name")) s.visit(child, Role::Name);
    else s.visit(child, s.is(child, "modifiers") ? Role::Modifier : Role::Type);
  }
  s.close();
}

// `{ [weak self] (a: A) -> B in c }`
void shape_closure(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Lambda, role, raw);
  if (RawIndex captures = s.field(raw, "captures"); captures != kNoRaw) s.visit(captures, Role::Init);
  if (RawIndex type = s.field(raw, "type"); type != kNoRaw) {
    for (RawIndex part : s.named_children(type)) s.visit(part, s.is(part, "lambda_function_type_parameters") ? Role::Parameters : Role::ReturnType);
  }
  if (RawIndex body = s.child_of_type(raw, "statements"); body != kNoRaw) {
    s.visit_block(body, Role::Body);
  } else {
    write_empty_block(s, s.raw(raw).end);
  }
  s.close();
}

void shape_class(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, s.text(s.field(raw, "declaration_kind")));
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "name")) s.visit(child, Role::Name);
    else if (s.has_field(child, "body")) s.visit(child, Role::Body);
    else s.visit(child, s.is(child, "inheritance_specifier") ? Role::Parent : Role::Modifier);
  }
  s.close();
}

// `let b = c` among conditions: the binding, the name and the value stand side by side.
RawIndex write_binding(Shaper& s, const std::vector<RawIndex>& children, std::size_t at) {
  std::vector<RawIndex> parts;
  for (std::size_t i = at; i < children.size() && parts.size() < 3; ++i)
    if (s.raw(children[i]).named) parts.push_back(children[i]);
  constexpr Role kRoles[] = {Role::Modifier, Role::Name, Role::Value};
  s.open(Kind::VarDef, Role::Condition, ByteRange{s.raw(parts.front()).begin, s.raw(parts.back()).end});
  for (std::size_t i = 0; i < parts.size(); ++i) s.visit(parts[i], kRoles[i]);
  s.close();
  return parts.back();
}

// `if a, let b = c { } else { }`; `guard` is an If without a Then.
void shape_if(Shaper& s, RawIndex raw, Role role) {
  bool is_guard = s.is(raw, "guard_statement");
  Role part = is_guard ? Role::Else : Role::Then;
  bool in_body = false, has_body = false;
  NodeId id = s.open(Kind::If, role, raw);
  s.out().set_text(id, is_guard ? "guard" : "if");
  std::vector<RawIndex> children = s.all_children(raw);
  for (std::size_t i = 0; i < children.size(); ++i) {
    RawIndex child = children[i];
    std::string_view text = s.raw(child).named && !s.is(child, "else") ? std::string_view() : s.text(child);
    if (s.is(child, "value_binding_pattern")) {
      RawIndex last = write_binding(s, children, i);
      while (children[i] != last) ++i;
      continue;
    }
    if (text == "{") in_body = true, has_body = false;
    if (text == "}" && in_body && !has_body) {
      s.open(Kind::Block, part, ByteRange{s.raw(child).begin, s.raw(child).begin});
      s.close();
    }
    if (text == "}") in_body = false;
    if (text == "else") part = Role::Else;
    if (!s.raw(child).named || s.is(child, "else")) continue;
    if (s.is(child, "statements") || s.is(child, "if_statement")) has_body = true, s.visit_block(child, part);
    else s.visit(child, Role::Condition);
  }
  s.close();
}

void shape_loop(Shaper& s, RawIndex raw, Role role) {
  s.open(s.kind_of(raw), role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "statements")) s.visit_block(child, Role::Body);
    else s.visit(child, s.has_field(child, "item") ? Role::Name : s.has_field(child, "collection") ? Role::Value : Role::Condition);
  }
  if (s.child_of_type(raw, "statements") == kNoRaw && !s.is_pattern()) write_empty_block(s, s.raw(raw).end);
  s.close();
}

void shape_case(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "statements")) s.visit(child, Role::Element);
    else if (!s.is(child, "default_keyword")) s.visit(child, s.is(child, "switch_pattern") ? Role::Label : Role::Condition);
  }
  s.close();
}

void shape_do(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  if (s.child_of_type(raw, "statements") == kNoRaw && !s.is_pattern()) write_empty_block(s, s.raw(raw).begin);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "catch_block") ? Role::Catch : Role::Body);
  s.close();
}

// `let e as T`: name and type.
void write_caught(Shaper& s, RawIndex pattern) {
  std::vector<RawIndex> parts = s.named_children(pattern);
  bool is_binding = !parts.empty() && s.is(parts[0], "value_binding_pattern");
  for (std::size_t i = is_binding ? 1 : 0; i < parts.size(); ++i) s.visit(parts[i], is_binding && i > 1 ? Role::Type : Role::Name);
}

void shape_catch(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Catch, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "catch_keyword")) continue;
    if (s.is(child, "pattern") && !s.is_stand_in(child)) write_caught(s, child);
    else s.visit(child, s.is(child, "statements") ? Role::Body : s.is(child, "where_clause") ? Role::Condition : Role::Name);
  }
  if (s.child_of_type(raw, "statements") == kNoRaw && !s.is_pattern()) write_empty_block(s, s.raw(raw).end);
  s.close();
}

// `return a`, `throw a`, `break`, `continue`
void shape_jump(Shaper& s, RawIndex raw, Role role) {
  RawIndex word = raw + 1 < s.raw(raw).last ? raw + 1 : raw;
  std::string_view text = s.text(word);
  Kind kind = text.starts_with("throw") ? Kind::Throw : text == "break" ? Kind::Break : text == "continue" ? Kind::Continue : Kind::Return;
  s.open(kind, role, raw);
  for (RawIndex child : s.named_children(raw))
    if (!s.is(child, "throw_keyword")) s.visit(child, Role::Value);
  s.close();
}

// `try a` is a.
void shape_try(Shaper& s, RawIndex raw, Role role) {
  for (RawIndex child : s.named_children(raw))
    if (!s.is(child, "try_operator")) s.visit(child, role);
}

void shape_import(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "identifier") ? Role::Module : Role::Modifier);
  s.close();
}

constexpr NodeShape kShapes[] = {
    {.type = "simple_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "identifier", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "self_expression", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "super_expression", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "line_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "multi_line_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "raw_string_literal", .kind = Kind::String, .shape = swift::shape_raw_string},
    {.type = "raw_str_part", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "raw_str_end_part", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "line_str_text", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "multi_line_str_text", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "str_escaped_char", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "regex_literal", .kind = Kind::Regex, .make = Make::Leaf},
    {.type = "integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "hex_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "oct_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "bin_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "real_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "boolean_literal", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "nil", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "special_literal", .kind = Kind::Name, .make = Make::Leaf},
    // Expressions
    {.type = "call_expression", .kind = Kind::Call, .shape = swift::shape_call},
    {.type = "constructor_expression", .kind = Kind::Call, .shape = swift::shape_call},
    {.type = "value_arguments", .kind = Kind::Arguments},
    {.type = "call_suffix", .kind = Kind::Arguments, .shape = swift::shape_arguments},
    {.type = "constructor_suffix", .kind = Kind::Arguments, .shape = swift::shape_arguments},
    {.type = "navigation_suffix", .make = Make::Splice},
    {.type = "macro_invocation", .kind = Kind::Call, .shape = swift::shape_macro},
    {.type = "selector_expression", .kind = Kind::Call, .shape = swift::shape_hash_call},
    {.type = "availability_condition", .kind = Kind::Call, .shape = swift::shape_hash_call},
    {.type = "playground_literal", .kind = Kind::Call, .shape = swift::shape_hash_call},
    {.type = "key_path_expression", .kind = Kind::Symbol, .make = Make::Leaf},
    {.type = "key_path_string_expression", .kind = Kind::Symbol, .make = Make::Leaf},
    {.type = "open_end_range_expression", .kind = Kind::Unary, .shape = swift::shape_open_range},
    {.type = "open_start_range_expression", .kind = Kind::Unary, .shape = swift::shape_open_range},
    {.type = "fully_open_range", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "custom_operator", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "capture_list", .make = Make::Splice},
    {.type = "capture_list_item", .kind = Kind::VarDef},
    {.type = "value_argument", .make = Make::Splice, .shape = swift::shape_argument},
    {.type = "value_argument_label", .make = Make::Splice},
    {.type = "navigation_expression", .kind = Kind::Member, .shape = swift::shape_member},
    {.type = "assignment", .kind = Kind::Assign, .shape = swift::shape_assignment},
    {.type = "directly_assignable_expression", .make = Make::Splice},
    {.type = "additive_expression", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "multiplicative_expression", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "comparison_expression", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "equality_expression", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "conjunction_expression", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "disjunction_expression", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "bitwise_operation", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "infix_expression", .kind = Kind::Binary, .shape = swift::shape_binary},
    {.type = "nil_coalescing_expression", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "range_expression", .kind = Kind::Binary, .shape = swift::shape_operators},
    {.type = "check_expression", .kind = Kind::Binary, .shape = swift::shape_binary},
    {.type = "prefix_expression", .kind = Kind::Unary, .shape = swift::shape_unary},
    {.type = "postfix_expression", .kind = Kind::Unary, .shape = swift::shape_unary},
    {.type = "bang", .make = Make::Drop},
    {.type = "ternary_expression", .kind = Kind::Conditional, .shape = shape_conditional},
    {.type = "as_expression", .kind = Kind::Cast, .shape = swift::shape_cast},
    {.type = "await_expression", .kind = Kind::Await, .rest = Role::Value},
    {.type = "try_expression", .kind = Kind::Call, .shape = shape_try},
    {.type = "array_literal", .kind = Kind::Array},
    {.type = "dictionary_literal", .kind = Kind::Map, .shape = swift::shape_dictionary},
    {.type = "tuple_expression", .kind = Kind::Tuple, .shape = swift::shape_tuple},
    {.type = "lambda_literal", .kind = Kind::Lambda, .shape = shape_closure},
    {.type = "lambda_function_type_parameters", .kind = Kind::Parameters},
    {.type = "lambda_parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    // Statements
    {.type = "statements", .kind = Kind::Block, .shape = shape_statements},
    {.type = "function_body", .kind = Kind::Block, .shape = shape_body},
    {.type = "if_statement", .kind = Kind::If, .shape = shape_if},
    {.type = "guard_statement", .kind = Kind::If, .shape = shape_if},
    {.type = "for_statement", .kind = Kind::ForEach, .shape = shape_loop},
    {.type = "while_statement", .kind = Kind::While, .shape = shape_loop},
    {.type = "repeat_while_statement", .kind = Kind::DoWhile, .shape = shape_loop},
    {.type = "switch_statement", .kind = Kind::Switch, .fields = {{{"expr", Role::Value}}}},
    {.type = "switch_entry", .kind = Kind::Case, .shape = shape_case},
    {.type = "switch_pattern", .make = Make::Splice},
    {.type = "where_clause", .make = Make::Splice},
    {.type = "where_keyword", .make = Make::Drop},
    {.type = "do_statement", .kind = Kind::Try, .shape = shape_do},
    {.type = "catch_block", .kind = Kind::Catch, .shape = shape_catch},
    {.type = "control_transfer_statement", .kind = Kind::Return, .shape = shape_jump},
    {.type = "pattern", .make = Make::Splice},
    {.type = "wildcard_pattern", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "statement_label", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "value_binding_pattern", .kind = Kind::Modifier, .make = Make::Leaf},
    // Definitions
    {.type = "import_declaration", .kind = Kind::Import, .shape = shape_import},
    {.type = "property_declaration", .kind = Kind::VarDef, .shape = shape_property},
    {.type = "protocol_property_declaration", .kind = Kind::VarDef},
    {.type = "protocol_property_requirements", .make = Make::Drop},
    {.type = "computed_property", .kind = Kind::Block, .shape = shape_body},
    {.type = "computed_getter", .kind = Kind::Function, .shape = shape_accessor},
    {.type = "computed_setter", .kind = Kind::Function, .shape = shape_accessor},
    {.type = "computed_modify", .kind = Kind::Function, .shape = shape_accessor},
    {.type = "getter_specifier", .make = Make::Splice},
    {.type = "setter_specifier", .make = Make::Splice},
    {.type = "willset_didset_block", .kind = Kind::Block},
    {.type = "willset_clause", .kind = Kind::Function, .shape = shape_accessor},
    {.type = "didset_clause", .kind = Kind::Function, .shape = shape_accessor},
    {.type = "subscript_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "macro_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "typealias_declaration", .kind = Kind::Type, .shape = shape_type_alias},
    {.type = "associatedtype_declaration", .kind = Kind::Type, .shape = shape_type_alias},
    {.type = "directive", .make = Make::Comment},
    {.type = "diagnostic", .make = Make::Comment},
    {.type = "function_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "protocol_function_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "init_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "deinit_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "class_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "protocol_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "class_body", .kind = Kind::Block},
    {.type = "enum_class_body", .kind = Kind::Block},
    {.type = "protocol_body", .kind = Kind::Block},
    {.type = "enum_entry", .kind = Kind::VarDef, .fields = {{{"raw_value", Role::Value}}}},
    {.type = "inheritance_specifier", .make = Make::Splice},
    {.type = "modifiers", .make = Make::Splice},
    {.type = "attribute", .kind = Kind::Attribute, .shape = shape_attribute},
    {.type = "visibility_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "member_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "function_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "property_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "ownership_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "mutation_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "inheritance_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "parameter_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "throws", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "user_type", .make = Make::Splice},
    {.type = "optional_type", .make = Make::Splice},
    {.type = "type_annotation", .make = Make::Splice, .shape = shape_type_annotation},
    {.type = "enum_type_parameters", .kind = Kind::Parameters},
    {.type = "array_type", .kind = Kind::Type},
    {.type = "dictionary_type", .kind = Kind::Type},
    {.type = "function_type", .kind = Kind::Type},
    {.type = "tuple_type", .kind = Kind::Type},
    {.type = "type_arguments", .kind = Kind::Type},
    {.type = "tuple_type_item", .make = Make::Splice},
    {.type = "metatype", .kind = Kind::Type},
    {.type = "existential_type", .kind = Kind::Type},
    {.type = "opaque_type", .kind = Kind::Type},
    {.type = "protocol_composition_type", .kind = Kind::Type},
    {.type = "suppressed_constraint", .kind = Kind::Type},
    {.type = "type_parameters", .make = Make::Splice},
    {.type = "type_parameter", .kind = Kind::TypeParameter},
    {.type = "type_constraints", .kind = Kind::Type},
    {.type = "type_constraint", .make = Make::Splice},
    {.type = "inheritance_constraint", .kind = Kind::Type},
    {.type = "equality_constraint", .kind = Kind::Type},
    {.type = "type_modifiers", .make = Make::Splice},
    {.type = "type_parameter_modifiers", .make = Make::Splice},
    {.type = "parameter_modifiers", .make = Make::Splice},
    {.type = "property_behavior_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "comment", .make = Make::Comment},
    {.type = "multiline_comment", .make = Make::Comment},
    {.type = "shebang_line", .make = Make::Comment},
};

constexpr std::string_view kInterpolations[] = {"interpolated_expression", "raw_str_interpolation"};
constexpr PatternWrapper kWrappers[] = {
    {.before = "func slf() {\n", .after = "\n}"},
    {.before = "", .after = ""},
    {.before = "", .after = " {}", .is_head = true},
    {.before = "class SlW { ", .after = " }"},
    {.before = "switch slf { ", .after = " }"},
};
constexpr std::string_view kKeywords = "init";  // else `init(x) { }` is a call with a lambda
constexpr std::string_view kEllipsis[] = {"@", "\n@\n", "@: @", "\nvar @: Int\n", "\ncase @: slf\n", "\nfunc @()\n"};
constexpr std::string_view kTokens[] = {"nil"};
constexpr std::string_view kMetavariable[] = {"@", "@: @"};

}  // namespace

const LanguageDefinition& swift_definition() {
  static constexpr LanguageDefinition kSwift{
      .language = Language::Swift,
      .grammar = tree_sitter_swift,
      .tokens = kTokens,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .quotes = "\"", .interpolation = "\\(", .keywords = kKeywords,
                  .typed_hole = TypedHoleForm::NameFirst},
      .has_bare_expressions = true,
      .execution = {.self_names = "self super Self", .constructor_names = "init", .setter_parameter = "newValue",
                    .has_implicit_fields = true, .break_leaves_switch = true},
      .is_full = true,
  };
  return kSwift;
}

}  // namespace sluice
