// PowerShell 7, grammar tree-sitter-powershell.
//
// The grammar has a node for each level of precedence around every expression: those
// with one child stand for it. A command is a call, its `-Name value` parameters are
// Strings and values in a row; names are kept as written (PowerShell ignores their case).
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_powershell();

namespace sluice {
namespace {

bool is_operator(Shaper& s, RawIndex raw) {
  return s.is(raw, "comparison_operator") || s.is(raw, "format_operator") || s.is(raw, "file_redirection_operator");
}

void shape_statements(Shaper& s, RawIndex raw, Role role) {
  for (RawIndex child : s.named_children(raw)) s.visit_statement(child, role);
}

// `[string]` before a parameter is its type, `[Parameter(...)]` an attribute.
void shape_attribute(Shaper& s, RawIndex raw, Role role) {
  if (RawIndex type = s.child_of_type(raw, "type_literal"); type != kNoRaw) return s.visit(type, Role::Type);
  s.open(Kind::Attribute, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "attribute_name") ? Role::Name : Role::Arguments);
  s.close();
}

// One level of precedence: its only child, or Binary(Left, Right).
void shape_level(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> operands;
  std::string_view op;
  for (RawIndex child : s.all_children(raw)) {
    bool is_operand = s.raw(child).named && !is_operator(s, child);
    if (is_operand) operands.push_back(child);
    else if (op.empty()) op = s.text(child);
  }
  if (operands.size() < 2) {
    for (RawIndex operand : operands) s.visit(operand, role);
    return;
  }
  NodeId id = s.open(Kind::Binary, role, raw);
  s.out().set_text(id, op);
  for (std::size_t i = 0; i < operands.size(); ++i) s.visit(operands[i], i == 0 ? Role::Left : Role::Right);
  s.close();
}

// `a, b`: an Array when there is more than one.
void shape_list(Shaper& s, RawIndex raw, Role role) {
  if (s.named_children(raw).size() < 2) return s.visit_children(raw, role);
  s.open(Kind::Array, role, raw);
  s.visit_children(raw);
  s.close();
}

// `a | b | c` nests to the left.
void shape_pipeline_chain(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (parts.size() < 2) return s.visit_children(raw, role);
  for (std::size_t i = parts.size() - 1; i > 0; --i) {
    NodeId id = s.open(Kind::Binary, i + 1 == parts.size() ? role : Role::Left, ByteRange{s.raw(raw).begin, s.raw(parts[i]).end});
    s.out().set_text(id, "|");
  }
  s.visit(parts[0], Role::Left);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    s.visit(parts[i], Role::Right);
    s.close();
  }
}

// `$a`, `${a}`, `$env:a`: the name without `$` and braces.
void shape_variable(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  if (text.starts_with("${") && text.ends_with('}')) text = text.substr(2, text.size() - 3);
  else if (text.starts_with('$') || text.starts_with('@')) text.remove_prefix(1);
  bool is_null = text == "null", is_boolean = text == "true" || text == "false";
  s.leaf(is_null ? Kind::Null : is_boolean ? Kind::Boolean : Kind::Name, role, raw, text);
}

void shape_command(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.field(raw, "command_name");
  RawIndex elements = s.field(raw, "command_elements");
  s.open(Kind::Call, role, raw);
  s.visit(name, Role::Callee);
  std::uint32_t end = s.raw(raw).end;
  s.open(Kind::Arguments, Role::Arguments, elements == kNoRaw ? ByteRange{end, end} : s.range_of(elements));
  if (elements != kNoRaw) s.visit_children(elements);
  s.close();
  s.close();
}

void shape_command_name(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  if (text.starts_with('$')) text.remove_prefix(1);  // `& $a`
  if (s.named_children(raw).empty()) return s.leaf(Kind::Name, role, raw, text);
  s.visit_children(raw, role);
}

// `a.b(c)`, `[A]::b(c)`, `$a.b`
void write_member(Shaper& s, RawIndex raw, Role role, RawIndex last) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (parts.size() < 2) return s.visit_children(raw, role);
  s.open(Kind::Member, role, ByteRange{s.raw(raw).begin, s.raw(last).end});
  s.visit(parts[0], Role::Object);
  s.visit(parts[1], Role::Name);
  s.close();
}

void shape_member(Shaper& s, RawIndex raw, Role role) { write_member(s, raw, role, raw); }

void shape_invocation(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.child_of_type(raw, "argument_list");
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Call, role, raw);
  write_member(s, raw, Role::Callee, parts.size() > 1 ? parts[1] : raw);
  s.visit(arguments, Role::Arguments);
  s.close();
}

void shape_index(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Index, Role::Object, Role::Element); }
void shape_cast(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Cast, Role::Type, Role::Value); }
void shape_pair(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Pair, Role::Key, Role::Value); }

void shape_assignment(Shaper& s, RawIndex raw, Role role) {
  RawIndex op = s.child_of_type(raw, "assignement_operator");
  NodeId id = s.open(Kind::Assign, role, raw);
  s.out().set_text(id, s.text(op));
  bool is_value = false;
  for (RawIndex child : s.named_children(raw)) {
    if (child != op) s.visit(child, is_value ? Role::Value : Role::Target);
    is_value |= child == op;
  }
  s.close();
}

// `"a $b $(c)"`: the grammar keeps the code only; text is what lies between.
void shape_expandable(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> codes = s.named_children(raw);
  std::string_view text = s.text(raw);
  bool is_here = text.starts_with('@');
  std::uint32_t margin = is_here ? 2 : 1;
  std::uint32_t at = s.raw(raw).begin + margin, end = s.raw(raw).end - std::min<std::uint32_t>(margin, static_cast<std::uint32_t>(text.size()));
  std::string_view content = text.size() >= 2 * margin ? text.substr(margin, text.size() - 2 * margin) : std::string_view();
  if (codes.empty() || (s.is_pattern() && is_metavariable(content))) return s.string(raw, role, content);
  auto write_text = [&](std::uint32_t stop) {
    if (stop <= at) return;
    std::string_view piece = text.substr(at - s.raw(raw).begin, stop - at);
    s.out().leaf(s.is_pattern() && piece == "..." ? Kind::Ellipsis : Kind::StringText, Role::Element, {at, stop}, piece);
  };
  s.open(Kind::Template, role, raw);
  for (RawIndex code : codes) {
    write_text(s.raw(code).begin);
    s.open(Kind::Interpolation, Role::Element, code);
    s.visit(code, Role::Value);
    s.close();
    at = s.raw(code).end;
  }
  write_text(end);
  s.close();
}

void shape_verbatim(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  std::size_t margin = text.starts_with('@') ? 2 : 1;
  s.string(raw, role, text.size() >= 2 * margin ? text.substr(margin, text.size() - 2 * margin) : text);
}

void shape_if(Shaper& s, RawIndex raw, Role role) {
  std::vector<ElseClause> clauses;
  auto add = [&](RawIndex clause) { clauses.push_back({clause, s.field(clause, "condition"), s.child_of_type(clause, "statement_block"), {}}); };
  if (RawIndex more = s.field(raw, "elseif_clauses"); more != kNoRaw)
    for (RawIndex clause : s.named_children(more)) add(clause);
  if (RawIndex last = s.field(raw, "else_clause"); last != kNoRaw) add(last);
  s.open(Kind::If, role, raw);
  s.visit(s.field(raw, "condition"), Role::Condition);
  s.visit(s.child_of_type(raw, "statement_block"), Role::Then);
  write_else_clauses(s, clauses);
  s.close();
}

void shape_foreach(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ForEach, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "variable")) s.visit(child, Role::Name);
    else s.visit(child, s.is(child, "statement_block") ? Role::Body : Role::Value);
  }
  s.close();
}

// The clauses of `catch` are a node of their own.
void shape_catches(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "catch_clauses")) s.visit_children(child, Role::Catch);
    else s.visit(child, role_in_try(s, child));
  }
  s.close();
}

// `catch [T] { }`, `trap [T] { }`
void shape_catch(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Catch, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "statement_block") ? Role::Body : Role::Type);
  s.close();
}

// `return a`, `throw a`, `break`, `continue`, `exit`
void shape_jump(Shaper& s, RawIndex raw, Role role) {
  RawIndex word = raw + 1 < s.raw(raw).last ? raw + 1 : raw;
  std::string_view text = s.text(word);
  Kind kind = text == "throw" ? Kind::Throw : text == "break" ? Kind::Break : text == "continue" ? Kind::Continue : Kind::Return;
  s.open(kind, role, raw);
  s.visit_children(raw, Role::Value);
  s.close();
}

// Functions, methods and script blocks: the parameters may stand in a `param` block inside.
void shape_function(Shaper& s, RawIndex raw, Role role) {
  s.open(s.kind_of(raw), role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "function_name") || s.is(child, "simple_name")) s.visit(child, Role::Name);
    else if (s.is(child, "function_parameter_declaration") || s.is(child, "class_method_parameter_list")) s.visit(child, Role::Parameters);
    else if (s.is(child, "param_block")) s.visit(child, Role::Parameters);
    else if (s.is(child, "script_block")) s.visit(child, Role::Body);
    else s.visit(child, s.is(child, "type_literal") ? Role::ReturnType : Role::Modifier);
  }
  s.close();
}

void shape_parameter(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "variable")) s.visit(child, Role::Name);
    else if (s.is(child, "script_parameter_default")) s.visit_children(child, Role::Value);
    else s.visit(child, s.is(child, "type_literal") ? Role::Type : Role::Attribute);
  }
  s.close();
}

// `class A : B, C { ... }`: the members stand among the children, behind the brace.
void shape_class(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, s.is(raw, "enum_statement") ? "enum" : "class");
  bool has_name = false, is_inside = false;
  for (RawIndex child : s.all_children(raw)) {
    bool is_brace = !is_inside && !s.raw(child).named && s.text(child) == "{";
    if (is_brace) s.open(Kind::Block, Role::Body, ByteRange{s.raw(child).begin, s.raw(raw).end});
    is_inside |= is_brace;
    if (!s.raw(child).named) continue;
    bool is_name = !is_inside && s.is(child, "simple_name");
    s.visit(child, is_inside ? Role::Element : is_name ? (has_name ? Role::Parent : Role::Name) : Role::Attribute);
    has_name |= is_name;
  }
  if (is_inside) s.close();
  s.close();
}

// `[T] $Name = e` of a class, `Low = 1` of an enumeration.
void shape_property(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "variable") || s.is(child, "simple_name")) s.visit(child, Role::Name);
    else if (s.is(child, "type_literal")) s.visit(child, Role::Type);
    else if (s.is(child, "attribute")) s.visit(child, Role::Attribute);
    else s.visit(child, s.is(child, "class_attribute") ? Role::Modifier : Role::Value);
  }
  s.close();
}

// `"a" { ... }`, `default { ... }` of a switch.
void shape_switch_clause(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_block = s.is(child, "statement_block") && !s.is_stand_in(child);
    bool is_default = s.is(child, "switch_clause_condition") && s.text(child) == "default";
    if (is_block) s.visit_children(child);
    else if (!is_default) s.visit(child, Role::Label);
  }
  s.close();
}

// `begin { }`, `process { }`, `parallel { }`, `data X { }`: a block under a word.
void shape_worded_block(Shaper& s, RawIndex raw, Role role) {
  RawIndex block = s.child_of_type(raw, "statement_block");
  NodeId id = s.open(Kind::Using, role, raw);
  s.out().set_text(id, s.text(raw + 1 < s.raw(raw).last ? raw + 1 : raw));
  s.visit(block, Role::Body);
  s.close();
}

// `> file`, `2>&1`
void shape_redirection(Shaper& s, RawIndex raw, Role role) {
  RawIndex op = s.child_of_type(raw, "file_redirection_operator"), file = s.child_of_type(raw, "redirected_file_name");
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, s.text(op == kNoRaw ? raw : op));
  s.visit(file, Role::Operand);
  s.close();
}

constexpr NodeShape kShapes[] = {
    {.type = "statement_list", .make = Make::Splice, .shape = shape_statements},
    {.type = "pipeline", .make = Make::Splice},
    {.type = "pipeline_chain", .kind = Kind::Binary, .shape = shape_pipeline_chain},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "statement_block", .kind = Kind::Block},
    {.type = "script_block", .kind = Kind::Block},
    {.type = "script_block_body", .make = Make::Splice},
    {.type = "named_block_list", .make = Make::Splice},
    // Names and literals
    {.type = "variable", .kind = Kind::Name, .shape = shape_variable},
    {.type = "braced_variable", .make = Make::Splice},
    {.type = "simple_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "function_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_literal", .make = Make::Splice},
    {.type = "type_spec", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "member_name", .make = Make::Splice},
    {.type = "string_literal", .make = Make::Splice},
    {.type = "expandable_string_literal", .kind = Kind::String, .shape = shape_expandable},
    {.type = "expandable_here_string_literal", .kind = Kind::String, .shape = shape_expandable},
    {.type = "verbatim_string_characters", .kind = Kind::String, .shape = shape_verbatim},
    {.type = "verbatim_here_string_characters", .kind = Kind::String, .shape = shape_verbatim},
    {.type = "generic_token", .kind = Kind::String, .make = Make::Leaf},
    {.type = "command_parameter", .kind = Kind::String, .make = Make::Leaf},
    {.type = "path_command_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "real_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "type_name", .make = Make::Splice},
    {.type = "type_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "generic_type_name", .make = Make::Splice},
    {.type = "generic_type_arguments", .make = Make::Splice},
    {.type = "array_type_name", .make = Make::Splice},
    {.type = "dimension", .make = Make::Drop},
    {.type = "verbatim_command_argument", .kind = Kind::String, .make = Make::Leaf},
    {.type = "stop_parsing", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "path_command_name_token", .kind = Kind::String, .make = Make::Leaf},
    {.type = "decimal_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "hexadecimal_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    // Expressions
    {.type = "logical_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "bitwise_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "comparison_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "additive_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "multiplicative_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "format_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "range_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "array_literal_expression", .make = Make::Splice, .shape = shape_list},
    {.type = "argument_expression", .make = Make::Splice},
    {.type = "logical_argument_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "bitwise_argument_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "comparison_argument_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "additive_argument_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "multiplicative_argument_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "format_argument_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "range_argument_expression", .make = Make::Splice, .shape = shape_level},
    {.type = "unary_expression", .make = Make::Splice},
    {.type = "expression_with_unary_operator", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "pre_increment_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "pre_decrement_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "post_increment_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "post_decrement_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "cast_expression", .kind = Kind::Cast, .shape = shape_cast},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "sub_expression", .make = Make::Splice},
    {.type = "array_expression", .kind = Kind::Array},
    {.type = "hash_literal_expression", .kind = Kind::Map},
    {.type = "hash_literal_body", .make = Make::Splice},
    {.type = "hash_entry", .kind = Kind::Pair, .shape = shape_pair},
    {.type = "key_expression", .make = Make::Splice},
    {.type = "script_block_expression", .kind = Kind::Lambda, .shape = shape_function},
    {.type = "element_access", .kind = Kind::Index, .shape = shape_index},
    {.type = "member_access", .kind = Kind::Member, .shape = shape_member},
    {.type = "invokation_expression", .kind = Kind::Call, .shape = shape_invocation},
    {.type = "argument_list", .kind = Kind::Arguments},
    {.type = "argument_expression_list", .make = Make::Splice},
    {.type = "assignment_expression", .kind = Kind::Assign, .shape = shape_assignment},
    {.type = "left_assignment_expression", .make = Make::Splice},
    // Commands
    {.type = "command", .kind = Kind::Call, .shape = shape_command},
    {.type = "command_name", .kind = Kind::Name, .shape = shape_command_name},
    {.type = "command_name_expr", .make = Make::Splice},
    {.type = "redirections", .make = Make::Splice},
    {.type = "redirection", .kind = Kind::Unary, .shape = shape_redirection},
    {.type = "redirected_file_name", .make = Make::Splice},
    {.type = "invokation_foreach_expression", .kind = Kind::Call, .shape = shape_invocation},
    {.type = "pipeline_chain_tail", .make = Make::Splice},
    {.type = "command_elements", .make = Make::Splice},
    {.type = "command_argument_sep", .make = Make::Drop},
    {.type = "command_invokation_operator", .make = Make::Drop},
    // Statements and definitions
    {.type = "if_statement", .kind = Kind::If, .shape = shape_if},
    {.type = "while_statement", .kind = Kind::While, .rest = Role::Body},
    {.type = "do_statement", .kind = Kind::DoWhile, .rest = Role::Body},
    {.type = "while_condition", .make = Make::Splice},
    {.type = "for_statement", .kind = Kind::For, .fields = {{{"for_initializer", Role::Init}, {"for_condition", Role::Condition}, {"for_iterator", Role::Update}}}, .rest = Role::Body},
    {.type = "for_initializer", .make = Make::Splice},
    {.type = "for_condition", .make = Make::Splice},
    {.type = "for_iterator", .make = Make::Splice},
    {.type = "foreach_statement", .kind = Kind::ForEach, .shape = shape_foreach},
    {.type = "switch_statement", .kind = Kind::Switch},
    {.type = "switch_condition", .make = Make::Splice},
    {.type = "switch_body", .make = Make::Splice},
    {.type = "switch_clauses", .make = Make::Splice},
    {.type = "switch_clause", .kind = Kind::Case, .shape = shape_switch_clause},
    {.type = "switch_filename", .make = Make::Splice},
    {.type = "switch_parameter", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "named_block", .kind = Kind::Using, .shape = shape_worded_block},
    {.type = "inlinescript_statement", .kind = Kind::Using, .shape = shape_worded_block},
    {.type = "parallel_statement", .kind = Kind::Using, .shape = shape_worded_block},
    {.type = "sequence_statement", .kind = Kind::Using, .shape = shape_worded_block},
    {.type = "data_statement", .kind = Kind::Using, .shape = shape_worded_block},
    {.type = "trap_statement", .kind = Kind::Catch, .shape = shape_catch},
    {.type = "foreach_parameter", .make = Make::Drop},
    {.type = "label_expression", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "label", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "switch_clause_condition", .kind = Kind::String, .make = Make::Leaf},
    {.type = "switch_parameters", .make = Make::Drop},
    {.type = "try_statement", .kind = Kind::Try, .shape = shape_catches},
    {.type = "catch_clause", .kind = Kind::Catch, .shape = shape_catch},
    {.type = "catch_type_list", .make = Make::Splice},
    {.type = "finally_clause", .kind = Kind::Finally, .rest = Role::Body},
    {.type = "flow_control_statement", .kind = Kind::Return, .shape = shape_jump},
    {.type = "function_statement", .kind = Kind::Function, .shape = shape_function},
    {.type = "function_parameter_declaration", .make = Make::Splice},
    {.type = "param_block", .make = Make::Splice},
    {.type = "parameter_list", .kind = Kind::Parameters},
    {.type = "script_parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "class_statement", .kind = Kind::Class, .shape = shape_class},
    {.type = "enum_statement", .kind = Kind::Class, .shape = shape_class},
    {.type = "enum_member", .kind = Kind::VarDef, .shape = shape_property},
    {.type = "class_method_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "class_method_parameter_list", .kind = Kind::Parameters},
    {.type = "class_method_parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "class_property_definition", .kind = Kind::VarDef, .shape = shape_property},
    {.type = "class_attribute", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "attribute_list", .make = Make::Splice},
    {.type = "attribute", .kind = Kind::Attribute, .shape = shape_attribute},
    {.type = "attribute_name", .make = Make::Splice},
    {.type = "attribute_arguments", .kind = Kind::Arguments},
    {.type = "attribute_argument", .make = Make::Splice},
    {.type = "comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {.before = "", .after = ""},
    {.before = "", .after = " {}", .is_head = true},
    {.before = "$slf = ", .after = "", .is_fallback = true},
};
constexpr std::string_view kEllipsis[] = {"@", "\n@\n", "$@", "@ = 1"};
constexpr std::string_view kMetavariable[] = {"$@", "@"};
constexpr std::string_view kKeywords = "class enum function filter if else elseif while do for foreach switch try catch finally return throw";

// Between the braces of a class `...` is a property and in parentheses a variable, whatever stands
// elsewhere in the pattern.
std::string_view ellipsis_at(std::string_view pattern, std::size_t begin, std::size_t) {
  int depth = 0;
  for (std::size_t at = begin; at-- > 0;) {
    if (pattern[at] == '}' || pattern[at] == ')') ++depth;
    if ((pattern[at] != '{' && pattern[at] != '(') || depth-- != 0) continue;
    if (pattern[at] == '(') return "$@";
    std::size_t before = pattern.substr(0, at).find_last_of("{};\n");
    std::string_view head = trim(pattern.substr(0, at).substr(before == std::string_view::npos ? 0 : before + 1));
    return head.starts_with("class ") ? "$@" : std::string_view();
  }
  return {};
}

}  // namespace

const LanguageDefinition& powershell_definition() {
  static constexpr LanguageDefinition kPowerShell{
      .language = Language::PowerShell,
      .grammar = tree_sitter_powershell,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .metavariable = kMetavariable, .dollar_in_names = true, .interpolation = "$(", .line_comment = "#", .keywords = kKeywords},
      .has_bare_expressions = true,
      .is_full = true,
  };
  return kPowerShell;
}

}  // namespace sluice
