// Solidity 0.8 (and what the grammar keeps of earlier ones), with Yul in `assembly { }`; grammar
// tree-sitter-solidity. The grammar has no node around parameters and arguments.
#include <algorithm>
#include <span>

#include "analyzers/languages/definition.h"
#include "analyzers/languages/solidity_expression.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_solidity();

namespace sluice {
namespace {

bool is_token(const Shaper& s, RawIndex raw, std::string_view text) { return !s.raw(raw).named && s.text(raw) == text; }

bool is_within(const Shaper& s, RawIndex raw, ByteRange brackets) {
  return s.raw(raw).begin >= brackets.begin && s.raw(raw).end <= brackets.end;
}

// The keyword that stands where a name would: `constructor`, `receive`, `payable(x)`.
void write_keyword(Shaper& s, RawIndex raw, Role role) {
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named) return s.leaf(Kind::Name, role, child);
}

// --- definitions ---

// A parameter that is not between the first brackets is one of `returns (...)`.
Role role_in_head(const Shaper& s, RawIndex raw) {
  switch (s.kind_of(raw)) {
    case Kind::Attribute: return Role::Attribute;
    case Kind::Parameter: return Role::ReturnType;
    default: return Role::Modifier;
  }
}

// Functions, constructors, `receive` and modifiers. What they are stands in the text: a pattern
// of a function is none of a modifier.
void shape_function(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Function, role, raw);
  s.out().set_text(id, s.is(raw, "modifier_definition") ? "modifier" : "function");
  if (s.field(raw, "name") == kNoRaw) write_keyword(s, raw, Role::Name);
  ByteRange brackets = solidity_brackets(s, raw);
  bool is_written = false;
  for (RawIndex child : s.all_children(raw)) {
    if (is_within(s, child, brackets)) {
      if (!is_written) write_solidity_brackets(s, raw, Kind::Parameters, Role::Parameters);
      is_written = true;
    } else if (s.has_field(child, "return_type")) {
      s.visit(child, Role::ReturnType);
    } else if (s.has_field(child, "body") || s.has_field(child, "name")) {
      s.visit(child, s.has_field(child, "body") ? Role::Body : Role::Name);
    } else if (is_token(s, child, "payable") || is_token(s, child, "public") || is_token(s, child, "internal")) {
      s.leaf(Kind::Modifier, Role::Modifier, child);
    } else if (s.raw(child).named || s.raw(child).error) {
      s.visit(child, role_in_head(s, child));
    }
  }
  s.close();
}

// `onlyOwner`, `only(ADMIN)`: what runs around a function, as an annotation does elsewhere.
void shape_invocation(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Attribute, role, raw);
  ByteRange brackets = solidity_brackets(s, raw);
  std::vector<RawIndex> path;
  for (RawIndex child : s.named_children(raw))
    if (!is_within(s, child, brackets)) path.push_back(child);
  write_path(s, path, Role::Name);
  write_solidity_brackets(s, raw, Kind::Arguments, Role::Arguments);
  s.close();
}

// `abstract contract A is B(1), C { }`, `struct S { }`, `event E(...)`
void shape_class(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    if (is_token(s, child, "abstract")) {
      s.leaf(Kind::Modifier, Role::Modifier, child);
    } else if (!s.raw(child).named) {
      s.out().set_text(id, s.text(child));
      break;
    }
  }
  bool has_parameters = s.is(raw, "event_definition") || s.is(raw, "error_declaration");
  s.visit(s.field(raw, "name"), Role::Name);
  if (has_parameters) write_solidity_brackets(s, raw, Kind::Parameters, Role::Parameters);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "inheritance_specifier")) s.visit(child, Role::Parent);
    else if (s.is(child, "layout_specifier")) s.visit(child, Role::Modifier);
  }
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

void shape_enum_value(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  s.leaf(Kind::Name, Role::Name, raw);
  s.close();
}

// `B`, `B(1)`
void shape_parent(Shaper& s, RawIndex raw, Role role) {
  RawIndex ancestor = s.field(raw, "ancestor");
  ByteRange brackets = solidity_brackets(s, raw);
  if (brackets.begin == brackets.end) return s.visit(ancestor, role);
  s.open(Kind::Call, role, raw);
  s.visit(ancestor, Role::Callee);
  write_solidity_brackets(s, raw, Kind::Arguments, Role::Arguments);
  s.close();
}

// Words among the children of a declaration, and the fields name, type and value.
void write_declared(Shaper& s, RawIndex raw) {
  for (RawIndex child : s.all_children(raw)) {
    std::string_view text = s.text(child);
    bool is_word = !s.raw(child).named && !text.empty() && text[0] >= 'a' && text[0] <= 'z';
    if (s.has_field(child, "type")) s.visit(child, Role::Type);
    else if (s.has_field(child, "name")) s.visit(child, Role::Name);
    else if (s.has_field(child, "value")) s.visit(child, Role::Value);
    else if (is_word) s.leaf(Kind::Modifier, Role::Modifier, child);
    else if (s.raw(child).named || s.raw(child).error) s.visit(child, Role::Modifier);
  }
}

void shape_definition(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  write_declared(s, raw);
  s.close();
}

void shape_parameter(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  write_declared(s, raw);
  s.close();
}

// `T memory x = e;` is one VarDef, `(T a, U b) = e;` one of a Tuple.
void shape_variables(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  if (RawIndex declaration = s.child_of_type(raw, "variable_declaration"); declaration != kNoRaw) write_declared(s, declaration);
  s.visit(s.child_of_type(raw, "variable_declaration_tuple"), Role::Name);
  s.visit(s.field(raw, "value"), Role::Value);
  s.close();
}

// `import "a";`, `import "a" as b;`, `import {A as B} from "a";`, `import * as b from "a";`
void shape_import(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  s.visit(s.field(raw, "source"), Role::Module);
  std::vector<RawIndex> children = s.named_children(raw);
  for (std::size_t i = 0; i < children.size(); ++i) {
    RawIndex alias = i + 1 < children.size() && s.has_field(children[i + 1], "alias") ? children[i + 1] : kNoRaw;
    if (s.has_field(children[i], "import_name")) {
      RawIndex last = alias == kNoRaw ? children[i] : alias;
      s.open(Kind::ImportedName, Role::Element, ByteRange{s.raw(children[i]).begin, s.raw(last).end});
      s.visit(children[i], Role::Name);
      s.visit(alias, Role::Alias);
      s.close();
    } else if (s.has_field(children[i], "alias") && (i == 0 || !s.has_field(children[i - 1], "import_name"))) {
      s.visit(children[i], Role::Alias);
    }
  }
  s.close();
}

void write_version(Shaper& s, RawIndex raw, ByteRange range) {
  std::string_view text = trim(s.text(raw).substr(range.begin - s.raw(raw).begin, range.end - range.begin));
  auto begin = s.raw(raw).begin + static_cast<std::uint32_t>(text.data() - s.text(raw).data());
  range = {begin, begin + static_cast<std::uint32_t>(text.size())};
  if (!s.visit_stand_in(range, Role::Element)) s.out().leaf(Kind::Text, Role::Element, range, text);
}

// `solidity ^0.8.0`: the name and all that is said of the version.
void shape_version(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.all_children(raw);
  if (parts.empty()) return;
  s.leaf(Kind::Name, role, parts[0]);
  write_version(s, raw, {s.raw(parts[0]).end, s.raw(raw).end});
}

void shape_pragma_value(Shaper& s, RawIndex raw, Role) { write_version(s, raw, s.range_of(raw)); }

// --- types ---

// `T[]`, `T[4]`, `mapping(K => V)`, `function (T) external`; a plain name is itself.
void shape_type(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  bool is_array = s.has_token(raw, "[");
  if (parts.size() == 1 && !is_array && !s.has_token(raw, "mapping") && !s.has_token(raw, "function")) return s.visit(parts[0], role);
  if (is_array && parts.size() == 2) return shape_two(s, raw, role, Kind::Index, Role::Object, Role::Element);
  NodeId id = s.open(Kind::Type, role, raw);
  s.out().set_text(id, is_array ? "[]" : s.has_token(raw, "mapping") ? "mapping" : "function");
  if (s.has_token(raw, "function")) write_solidity_brackets(s, raw, Kind::Parameters, Role::Parameters);
  else for (RawIndex part : parts) s.visit(part, Role::Element);
  s.close();
}

// --- expressions ---

// `uint8(x)`, `payable(x)`, `type(T)`
void shape_conversion(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  if (RawIndex type = s.child_of_type(raw, "primitive_type"); type != kNoRaw && !s.is(raw, "meta_type_expression")) s.visit(type, Role::Callee);
  else write_keyword(s, raw, Role::Callee);
  write_solidity_brackets(s, raw, Kind::Arguments, Role::Arguments);
  s.close();
}

// What stands in one field, applied to what stands in brackets.
void write_applied(Shaper& s, RawIndex raw, Kind kind, Role role, std::string_view field, Role field_role) {
  s.open(kind, role, raw);
  s.visit(s.field(raw, field), field_role);
  write_solidity_brackets(s, raw, Kind::Arguments, Role::Arguments);
  s.close();
}

void shape_new(Shaper& s, RawIndex raw, Role role) { write_applied(s, raw, Kind::New, role, "name", Role::Type); }

// `hex"00"`, `unicode"..."`: the word is longer than the prefixes that strings have elsewhere.
void shape_prefixed_string(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::size_t quote = text.find_first_of("\"'");
  s.string(raw, role, quote == std::string_view::npos ? text : string_content(text.substr(quote)));
}

void shape_string_literal(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (parts.size() == 1) return s.visit(parts[0], role);
  shape_concatenated(s, raw, role);
}

// --- statements ---

// The body is the first of two fields of one name, `else` the second.
void shape_if(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::If, role, raw);
  s.visit(s.field(raw, "condition"), Role::Condition);
  Role next = Role::Then;
  for (RawIndex child : s.named_children(raw)) {
    if (!s.has_field(child, "body")) continue;
    s.visit_block(child, next);
    next = Role::Else;
  }
  s.close();
}

// The parts of a header are statements to the grammar, with their `;`.
void write_header_part(Shaper& s, RawIndex raw, Role role) {
  if (raw == kNoRaw || !s.raw(raw).named) return;
  bool is_expression = s.is(raw, "expression_statement") && !s.is_stand_in(raw);
  if (is_expression) s.visit_children(raw, role);
  else s.visit(raw, role);
}

void shape_for(Shaper& s, RawIndex raw, Role role) {
  NodeId loop = s.open(Kind::For, role, raw);
  write_header_part(s, s.field(raw, "initial"), Role::Init);
  write_header_part(s, s.field(raw, "condition"), Role::Condition);
  s.visit(s.field(raw, "update"), Role::Update);
  s.visit_block(s.field(raw, "body"), Role::Body);
  s.complete_loop_header(loop);
  s.close();
}

// `emit E(a);`: a Unary of a Call, so that it is no plain call of E.
void shape_emit(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ExprStmt, role, raw);
  NodeId id = s.open(Kind::Unary, Role::Value, raw);
  s.out().set_text(id, "emit");
  RawIndex name = s.field(raw, "name");
  ByteRange brackets = solidity_brackets(s, raw);
  s.open(Kind::Call, Role::Operand, ByteRange{s.raw(name).begin, brackets.end});
  s.visit(name, Role::Callee);
  write_solidity_brackets(s, raw, Kind::Arguments, Role::Arguments);
  s.close();
  s.close();
  s.close();
}

// `revert("text");` is a call, `revert E(a);` a Unary of one.
void shape_revert(Shaper& s, RawIndex raw, Role role) {
  RawIndex error = solidity_unwrapped(s, s.field(raw, "error")), arguments = s.child_of_type(raw, "revert_arguments");
  bool is_call = error == kNoRaw || s.is(error, "parenthesized_expression") || s.is(error, "tuple_expression");
  s.open(Kind::ExprStmt, role, raw);
  std::uint32_t end = arguments != kNoRaw ? s.raw(arguments).end : error != kNoRaw ? s.raw(error).end : s.raw(raw).begin + 6;
  if (is_call) {
    s.open(Kind::Call, Role::Value, ByteRange{s.raw(raw).begin, end});
    write_keyword(s, raw, Role::Callee);
    RawIndex list = arguments == kNoRaw ? error : arguments;
    if (list != kNoRaw) {
      s.open(Kind::Arguments, Role::Arguments, list);
      s.visit_children(list);
      s.close();
    }
    s.close();
  } else {
    NodeId id = s.open(Kind::Unary, Role::Value, ByteRange{s.raw(raw).begin, end});
    s.out().set_text(id, "revert");
    if (arguments != kNoRaw) {
      s.open(Kind::Call, Role::Operand, ByteRange{s.raw(error).begin, end});
      s.visit(error, Role::Callee);
      s.open(Kind::Arguments, Role::Arguments, arguments);
      s.visit_children(arguments);
      s.close();
      s.close();
    } else {
      s.visit(error, Role::Operand);
    }
    s.close();
  }
  s.close();
}

// `try a.f() returns (T x) { } catch Error(string memory reason) { } catch { }`
void shape_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  s.visit(s.field(raw, "attempt"), Role::Resource);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "parameter")) s.visit(child, Role::Resource);
    else if (s.has_field(child, "body")) s.visit(child, Role::Body);
    else if (s.is(child, "catch_clause")) s.visit(child, Role::Catch);
  }
  s.close();
}

void shape_catch(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Catch, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "parameter")) s.visit(child, Role::Name);
    else s.visit(child, s.has_field(child, "body") ? Role::Body : Role::Type);
  }
  s.close();
}

// --- Yul: no statement nodes, operators are functions ---

void shape_yul_call(Shaper& s, RawIndex raw, Role role) { write_applied(s, raw, Kind::Call, role, "function", Role::Callee); }

// `x := f()`, `a, b := f()`: the value is what comes last.
void shape_yul_assignment(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  NodeId id = s.open(Kind::Assign, role, raw);
  s.out().set_text(id, "=");
  for (std::size_t i = 0; i < parts.size(); ++i) s.visit(parts[i], i + 1 == parts.size() ? Role::Value : Role::Target);
  s.close();
}

// `let a := e`, `let a, b := f()`
void shape_yul_variable(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.has_field(child, "right") ? Role::Value : Role::Name);
  s.close();
}

void write_in_order(Shaper& s, RawIndex raw, std::span<const Role> roles) {
  std::size_t next = 0;
  for (RawIndex child : s.named_children(raw)) s.visit(child, roles[std::min(next++, roles.size() - 1)]);
}

void shape_yul_if(Shaper& s, RawIndex raw, Role role) {
  constexpr Role kRoles[] = {Role::Condition, Role::Then};
  s.open(Kind::If, role, raw);
  write_in_order(s, raw, kRoles);
  s.close();
}

void shape_yul_for(Shaper& s, RawIndex raw, Role role) {
  constexpr Role kRoles[] = {Role::Init, Role::Condition, Role::Update, Role::Body};
  s.open(Kind::For, role, raw);
  write_in_order(s, raw, kRoles);
  s.close();
}

// `switch e case 0 { } default { }`: a literal and a block are a case, a block alone the default.
void shape_yul_switch(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Switch, role, raw);
  if (!parts.empty()) s.visit(parts[0], Role::Value);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    bool has_label = !s.is(parts[i], "yul_block") && i + 1 < parts.size();
    s.open(Kind::Case, Role::Element, ByteRange{s.raw(parts[i]).begin, s.raw(parts[has_label ? i + 1 : i]).end});
    if (has_label) s.visit(parts[i++], Role::Label);
    s.visit_children(parts[i]);
    s.close();
  }
  s.close();
}

// `function f(a, b) -> r { }`: the first identifier is the name.
void shape_yul_function(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Function, role, raw);
  if (!parts.empty()) s.visit(parts[0], Role::Name);
  ByteRange brackets = solidity_brackets(s, raw);
  write_solidity_brackets(s, raw, Kind::Parameters, Role::Parameters);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (is_within(s, parts[i], brackets)) continue;
    s.visit(parts[i], s.is(parts[i], "yul_block") ? Role::Body : Role::ReturnType);
  }
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names and types
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "enum_value", .kind = Kind::VarDef, .shape = shape_enum_value},
    {.type = "primitive_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "any_source_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "user_definable_operator", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "user_defined_type", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "type_name", .shape = shape_type},
    {.type = "return_type_definition", .kind = Kind::Parameters},
    // Literals
    {.type = "number_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "boolean_literal", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "string_literal", .kind = Kind::String, .shape = shape_string_literal},
    {.type = "string", .kind = Kind::String, .shape = shape_string},
    {.type = "hex_string_literal", .kind = Kind::String, .shape = shape_prefixed_string},
    {.type = "unicode_string_literal", .kind = Kind::String, .shape = shape_prefixed_string},
    // Expressions
    {.type = "expression", .make = Make::Splice},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "call_expression", .kind = Kind::Call, .shape = shape_solidity_expression},
    {.type = "member_expression", .kind = Kind::Member, .shape = shape_solidity_expression},
    {.type = "array_access", .kind = Kind::Index, .shape = shape_solidity_expression},
    {.type = "slice_access", .kind = Kind::Index, .shape = shape_solidity_expression},
    {.type = "struct_expression", .kind = Kind::Map, .shape = shape_solidity_expression},
    {.type = "assignment_expression", .kind = Kind::Assign, .shape = shape_solidity_expression},
    {.type = "augmented_assignment_expression", .kind = Kind::Assign, .shape = shape_solidity_expression},
    {.type = "binary_expression", .kind = Kind::Binary, .shape = shape_solidity_expression},
    {.type = "unary_expression", .kind = Kind::Unary, .shape = shape_solidity_expression},
    {.type = "update_expression", .kind = Kind::Unary, .shape = shape_solidity_expression},
    {.type = "ternary_expression", .kind = Kind::Conditional, .shape = shape_solidity_expression},
    {.type = "payable_conversion_expression", .kind = Kind::Call, .shape = shape_conversion},
    {.type = "type_cast_expression", .kind = Kind::Call, .shape = shape_conversion},
    {.type = "meta_type_expression", .kind = Kind::Call, .shape = shape_conversion},
    {.type = "call_argument", .make = Make::Splice},
    {.type = "call_struct_argument", .kind = Kind::KeywordArgument},
    {.type = "struct_field_assignment", .kind = Kind::Pair, .fields = {{{"name", Role::Key}}}},
    {.type = "new_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "tuple_expression", .kind = Kind::Tuple},
    {.type = "inline_array_expression", .kind = Kind::Array},
    // Statements
    {.type = "statement", .make = Make::Splice},
    {.type = "block_statement", .kind = Kind::Block},
    {.type = "unchecked", .make = Make::Drop},
    {.type = "function_body", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value},
    {.type = "variable_declaration_statement", .kind = Kind::VarDef, .shape = shape_variables},
    {.type = "variable_declaration", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "variable_declaration_tuple", .kind = Kind::Tuple},
    {.type = "if_statement", .kind = Kind::If, .shape = shape_if},
    {.type = "for_statement", .kind = Kind::For, .shape = shape_for},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_while_statement", .kind = Kind::DoWhile},
    {.type = "try_statement", .kind = Kind::Try, .shape = shape_try},
    {.type = "catch_clause", .kind = Kind::Catch, .shape = shape_catch},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "emit_statement", .kind = Kind::ExprStmt, .shape = shape_emit},
    {.type = "revert_statement", .kind = Kind::ExprStmt, .shape = shape_revert},
    {.type = "break_statement", .kind = Kind::Break},
    {.type = "continue_statement", .kind = Kind::Continue},
    // Definitions
    {.type = "import_directive", .kind = Kind::Import, .shape = shape_import},
    {.type = "pragma_directive", .kind = Kind::Package, .rest = Role::Name},
    {.type = "solidity_pragma_token", .kind = Kind::Text, .shape = shape_version},
    {.type = "any_pragma_token", .make = Make::Splice, .rest = Role::Name},
    {.type = "pragma_value", .kind = Kind::Text, .shape = shape_pragma_value},
    {.type = "contract_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "interface_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "library_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "struct_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "enum_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "event_definition", .kind = Kind::Class, .shape = shape_class},
    {.type = "error_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "contract_body", .kind = Kind::Block},
    {.type = "struct_body", .kind = Kind::Block},
    {.type = "enum_body", .kind = Kind::Block},
    {.type = "inheritance_specifier", .kind = Kind::Call, .shape = shape_parent},
    {.type = "layout_specifier", .make = Make::Splice, .rest = Role::Modifier},
    {.type = "user_defined_type_definition", .kind = Kind::VarDef, .rest = Role::Type},
    {.type = "using_directive", .kind = Kind::Import, .fields = {{{"source", Role::Module}}}},
    {.type = "using_alias", .make = Make::Splice},
    {.type = "type_alias", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "function_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "constructor_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "fallback_receive_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "modifier_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "modifier_invocation", .kind = Kind::Attribute, .shape = shape_invocation},
    {.type = "visibility", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "state_mutability", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "state_location", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "virtual", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "immutable", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "override_specifier", .kind = Kind::Modifier, .text = TextFrom::FirstToken},
    {.type = "parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "return_parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "event_parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "error_parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "state_variable_declaration", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "constant_variable_declaration", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "struct_member", .kind = Kind::VarDef, .shape = shape_definition},
    // Yul
    {.type = "assembly_statement", .kind = Kind::Block},
    {.type = "assembly_flags", .make = Make::Drop},
    {.type = "yul_block", .kind = Kind::Block},
    {.type = "yul_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "yul_evm_builtin", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "yul_path", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "yul_decimal_number", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "yul_hex_number", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "yul_boolean", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "yul_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "yul_hex_string_literal", .kind = Kind::String, .shape = shape_prefixed_string},
    {.type = "yul_function_call", .kind = Kind::Call, .shape = shape_yul_call},
    {.type = "yul_assignment", .kind = Kind::Assign, .shape = shape_yul_assignment},
    {.type = "yul_variable_declaration", .kind = Kind::VarDef, .shape = shape_yul_variable},
    {.type = "yul_if_statement", .kind = Kind::If, .shape = shape_yul_if},
    {.type = "yul_for_statement", .kind = Kind::For, .shape = shape_yul_for},
    {.type = "yul_switch_statement", .kind = Kind::Switch, .shape = shape_yul_switch},
    {.type = "yul_function_definition", .kind = Kind::Function, .shape = shape_yul_function},
    {.type = "yul_label", .kind = Kind::Labeled, .rest = Role::Label},
    {.type = "yul_break", .kind = Kind::Break},
    {.type = "yul_continue", .kind = Kind::Continue},
    {.type = "yul_leave", .kind = Kind::Return},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {"", ""},
    {"function slf() { ", " }"},
    {"function slf() { ", "; }", false, true},
    {"contract SlW { ", " }"},
    {"", " {}"},
    {"function slf() { ", " {} }", false, true},
    {"contract SlW { ", " {} }"},
    {"contract SlW { ", "; }"},
    {"function slf() { try slf() {} ", " }"},
    {"function slf() { assembly { ", " } }"},
};
// The statement's is a declaration: contracts hold those too.
constexpr std::string_view kEllipsis[] = {"@", "int @;", "int @", "@: 1", "@;;", "@ @;"};
constexpr std::string_view kMetavariable[] = {"@", "int @", "int @;", "0.0.0"};  // the last: `pragma solidity $V`
constexpr std::string_view kKeywords = "contract constructor function modifier if for while do return emit try";

}  // namespace

const LanguageDefinition& solidity_definition() {
  static constexpr LanguageDefinition kSolidity{
      .language = Language::Solidity,
      .grammar = tree_sitter_solidity,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .parameter = "int @", .metavariable = kMetavariable, .dollar_in_names = true, .keywords = kKeywords},
      .has_bare_expressions = true,
      .is_full = true,
  };
  return kSolidity;
}

}  // namespace sluice
