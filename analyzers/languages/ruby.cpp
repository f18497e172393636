// Ruby 3.4, grammar tree-sitter-ruby.
//
// `a.b` is a Member whether it reads an attribute or calls a method without arguments
// (Ruby does not tell); `a.b()` and `a.b c` are Calls. A block is the last argument of
// its call, a Lambda. `unless c` is an If whose condition is `!c`.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/languages/ruby_string.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_ruby();

namespace sluice {
namespace {

// --- calls ---

// Blocks are arguments; `a: 1` and `:a => 1` are keyword arguments.
void write_argument(Shaper& s, RawIndex raw) {
  RawIndex key = s.field(raw, "key");
  bool is_symbol = s.is(key, "hash_key_symbol") || s.is(key, "simple_symbol") || s.is(key, "delimited_symbol");
  bool is_keyword = s.is(raw, "pair") && !s.is_stand_in(raw) && (is_symbol || s.is_stand_in(key));
  if (!is_keyword) return s.visit(raw, Role::Element);
  s.open(Kind::KeywordArgument, Role::Element, raw);
  std::string_view name = s.text(key);
  ByteRange range = s.range_of(key);
  if (name.starts_with(':')) name.remove_prefix(1), ++range.begin;
  if (!s.visit_stand_in(range, Role::Name)) s.leaf(Kind::Name, Role::Name, key, name);
  if (RawIndex value = s.field(raw, "value"); value != kNoRaw) s.visit(value, Role::Value);
  else s.leaf(Kind::Name, Role::Value, key, name);  // `f(a:)` is `f(a: a)`
  s.close();
}

void write_arguments(Shaper& s, RawIndex arguments, RawIndex block) {
  RawIndex first = arguments == kNoRaw ? block : arguments;
  RawIndex last = block == kNoRaw ? arguments : block;
  s.open(Kind::Arguments, Role::Arguments, ByteRange{s.raw(first).begin, s.raw(last).end});
  if (arguments != kNoRaw)
    for (RawIndex argument : s.named_children(arguments)) write_argument(s, argument);
  s.visit(block, Role::Element);
  s.close();
}

void write_callee(Shaper& s, RawIndex raw, Role role) {
  RawIndex receiver = s.field(raw, "receiver");
  RawIndex method = s.field(raw, "method");
  if (receiver == kNoRaw) return s.visit(method, role);
  // `a.(b)` calls a.
  if (method == kNoRaw) return s.visit(receiver, role);
  s.open(Kind::Member, role, ByteRange{s.raw(raw).begin, s.raw(method).end});
  s.visit(receiver, Role::Object);
  s.visit(method, Role::Name);
  s.close();
}

void shape_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.field(raw, "arguments");
  RawIndex block = s.field(raw, "block");
  if (arguments == kNoRaw && block == kNoRaw) return write_callee(s, raw, role);
  s.open(Kind::Call, role, raw);
  write_callee(s, raw, Role::Callee);
  write_arguments(s, arguments, block);
  s.close();
}

void shape_scope(Shaper& s, RawIndex raw, Role role) {
  if (s.field(raw, "scope") == kNoRaw) return s.visit(s.field(raw, "name"), role);  // `::A`
  s.visit_by_table(raw, role);
}

// `f(&b)`, `def f(&b)`
void shape_block_argument(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, "&");
  s.visit_children(raw, Role::Operand);
  s.close();
}

// --- operators ---

// `and`, `or` and `not` differ from `&&`, `||` and `!` in precedence only.
void shape_binary(Shaper& s, RawIndex raw, Role role) {
  std::string_view op = s.text(s.field(raw, "operator"));
  NodeId id = s.open(Kind::Binary, role, raw);
  s.out().set_text(id, op == "and" ? "&&" : op == "or" ? "||" : op);
  s.visit_children(raw);
  s.close();
}

void shape_unary(Shaper& s, RawIndex raw, Role role) {
  std::string_view op = s.text(s.field(raw, "operator"));
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, op == "not" ? "!" : op);
  s.visit_children(raw, Role::Operand);
  s.close();
}

// `a, *b = c`
void shape_assignment(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Assign, role, raw);
  s.out().set_text(id, "=");
  s.visit(s.field(raw, "left"), Role::Target);
  s.visit(s.field(raw, "right"), Role::Value);
  s.close();
}

void shape_parentheses(Shaper& s, RawIndex raw, Role role) {
  if (s.named_children(raw).size() == 1) return s.visit_children(raw, role);
  s.open(Kind::Block, role, raw);
  s.visit_children(raw);
  s.close();
}

void write_empty_block(Shaper& s, std::uint32_t where, Role role = Role::Body) {
  s.open(Kind::Block, role, ByteRange{where, where});
  s.close();
}

void write_condition(Shaper& s, RawIndex condition, bool is_negated) {
  if (!is_negated) return s.visit(condition, Role::Condition);
  NodeId id = s.open(Kind::Unary, Role::Condition, condition);
  s.out().set_text(id, "!");
  s.visit(condition, Role::Operand);
  s.close();
}

// --- branches ---

void write_else(Shaper& s, RawIndex raw);

void write_if(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::If, role, raw);
  write_condition(s, s.field(raw, "condition"), s.is(raw, "unless"));
  RawIndex then = s.field(raw, "consequence");
  if (then == kNoRaw) then = s.field(raw, "body");
  if (then != kNoRaw) s.visit_block(then, Role::Then);
  else if (!s.is_pattern()) write_empty_block(s, s.raw(s.field(raw, "condition")).end, Role::Then);
  write_else(s, s.field(raw, "alternative"));
  s.close();
}

// `elsif` is an If inside the Else, as everywhere else.
void write_else(Shaper& s, RawIndex raw) {
  if (raw == kNoRaw) return;
  if (!s.is(raw, "elsif")) return s.visit_block(raw, Role::Else);
  s.open(Kind::Block, Role::Else, raw);
  write_if(s, raw, Role::Element);
  s.close();
}

// `a if b`, `a unless b`
void shape_if_modifier(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::If, role, raw);
  write_condition(s, s.field(raw, "condition"), s.is(raw, "unless_modifier"));
  s.visit_block(s.field(raw, "body"), Role::Then);
  s.close();
}

void shape_while(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "body");
  bool is_negated = s.is(raw, "until") || s.is(raw, "until_modifier");
  // `begin ... end while c` runs once before it looks.
  bool is_do_while = s.is(body, "begin");
  s.open(is_do_while ? Kind::DoWhile : Kind::While, role, raw);
  write_condition(s, s.field(raw, "condition"), is_negated);
  s.visit_block(body, Role::Body);
  s.close();
}

// Statements of a clause, without a Block around them.
void write_statements(Shaper& s, RawIndex clause) {
  if (clause == kNoRaw) return;
  for (RawIndex statement : s.named_children(clause)) s.visit_statement(statement, Role::Element);
}

void shape_case(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Switch, role, raw);
  RawIndex value = s.field(raw, "value");
  s.visit(value, Role::Value);
  for (RawIndex clause : s.named_children(raw)) {
    if (clause == value) continue;
    if (!s.is(clause, "else") || s.is_stand_in(clause)) {
      s.visit(clause, Role::Element);
      continue;
    }
    s.open(Kind::Case, Role::Element, clause);
    write_statements(s, clause);
    s.close();
  }
  s.close();
}

// `when a, b then c`, `in pattern if guard then c`
void shape_when(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "body");
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.named_children(raw))
    if (child != body) s.visit(child, s.is(child, "if_guard") || s.is(child, "unless_guard") ? Role::Condition : Role::Label);
  write_statements(s, body);
  s.close();
}

// --- bodies ---

bool has_handlers(Shaper& s, RawIndex raw) {
  return s.child_of_type(raw, "rescue") != kNoRaw || s.child_of_type(raw, "ensure") != kNoRaw;
}

void write_try(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> statements, clauses;
  for (RawIndex child : s.named_children(raw)) {
    bool is_clause = s.is(child, "rescue") || s.is(child, "ensure") || s.is(child, "else");
    (is_clause ? clauses : statements).push_back(child);
  }
  s.open(Kind::Try, role, raw);
  std::uint32_t begin = statements.empty() ? s.raw(raw).begin : s.raw(statements.front()).begin;
  std::uint32_t end = statements.empty() ? begin : s.raw(statements.back()).end;
  s.open(Kind::Block, Role::Body, ByteRange{begin, end});
  for (RawIndex statement : statements) s.visit_statement(statement, Role::Element);
  s.close();
  for (RawIndex clause : clauses) {
    if (s.is(clause, "rescue")) s.visit(clause, Role::Catch);
    else if (s.is(clause, "ensure")) s.visit(clause, Role::Finally);
    else s.visit_block(clause, Role::Else);
  }
  s.close();
}

// The body of a method, class or block: a Block, with a Try in it when it has `rescue`.
void shape_body(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  if (has_handlers(s, raw)) write_try(s, raw, Role::Element);
  else s.visit_children(raw);
  s.close();
}

void shape_begin(Shaper& s, RawIndex raw, Role role) {
  if (has_handlers(s, raw)) return write_try(s, raw, role);
  s.visit_by_table(raw, role);
}

// `rescue A, B => e`
void shape_rescue(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Catch, role, raw);
  if (RawIndex types = s.field(raw, "exceptions"); types != kNoRaw) {
    if (s.is_stand_in(types)) s.visit(types, Role::Type);
    else s.visit_children(types, Role::Type);
  }
  if (RawIndex variable = s.field(raw, "variable"); variable != kNoRaw) s.visit_children(variable, Role::Name);
  if (RawIndex body = s.field(raw, "body"); body != kNoRaw) s.visit(body, Role::Body);
  else if (!s.is_pattern()) write_empty_block(s, s.raw(raw).end);
  s.close();
}

void shape_ensure(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Finally, role, raw);
  s.open(Kind::Block, Role::Body, raw);
  write_statements(s, raw);
  s.close();
  s.close();
}

// `a rescue b`
void shape_rescue_modifier(Shaper& s, RawIndex raw, Role role) {
  RawIndex handler = s.field(raw, "handler");
  s.open(Kind::Try, role, raw);
  s.open(Kind::Block, Role::Body, s.field(raw, "body"));
  s.visit_statement(s.field(raw, "body"), Role::Element);
  s.close();
  s.open(Kind::Catch, Role::Catch, handler);
  s.open(Kind::Block, Role::Body, handler);
  s.visit_statement(handler, Role::Element);
  s.close();
  s.close();
  s.close();
}

// --- definitions ---

// `*a`, `**a`, `&a`: Parameter(Spread(a)); `a: 1`, `a = 1`: Parameter(a, 1).
void write_parameter(Shaper& s, RawIndex raw) {
  if (s.is_stand_in(raw) || s.raw(raw).error) return s.visit(raw, Role::Element);
  s.open(Kind::Parameter, Role::Element, raw);
  bool is_rest = s.is(raw, "splat_parameter") || s.is(raw, "hash_splat_parameter") || s.is(raw, "block_parameter");
  if (is_rest) {
    s.open(Kind::Spread, Role::Name, raw);
    s.visit(s.field(raw, "name"), Role::Value);
    s.close();
  } else if (s.is(raw, "optional_parameter") || s.is(raw, "keyword_parameter")) {
    s.visit_children(raw);
  } else {
    s.visit(raw, Role::Name);
  }
  s.close();
}

void shape_ruby_parameters(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameters, role, raw);
  for (RawIndex child : s.named_children(raw)) write_parameter(s, child);
  s.close();
}

void write_parameters(Shaper& s, RawIndex parameters, std::uint32_t where) {
  if (parameters != kNoRaw) return s.visit(parameters, Role::Parameters);
  s.open(Kind::Parameters, Role::Parameters, ByteRange{where, where});
  s.close();
}

// `def a`, `def self.a`: what the method is defined on is a Modifier.
void shape_method(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.field(raw, "name");
  s.open(Kind::Function, role, raw);
  if (RawIndex object = s.field(raw, "object"); object != kNoRaw) s.leaf(Kind::Modifier, Role::Modifier, object);
  s.visit(name, Role::Name);
  write_parameters(s, s.field(raw, "parameters"), s.raw(name == kNoRaw ? raw : name).end);
  RawIndex body = s.field(raw, "body");
  if (body != kNoRaw) s.visit_block(body, Role::Body);
  else if (!s.is_pattern()) write_empty_block(s, s.raw(raw).end);
  s.close();
}

// `do |x| ... end`, `{ |x| ... }`, `->(x) { ... }`
void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  RawIndex inner = s.is(raw, "lambda") ? s.field(raw, "body") : raw;
  RawIndex parameters = s.field(raw, "parameters");
  RawIndex body = s.field(inner, "body");
  s.open(Kind::Lambda, role, raw);
  write_parameters(s, parameters, s.raw(raw).begin);
  if (body != kNoRaw) s.visit_block(body, Role::Body);
  else write_empty_block(s, s.raw(raw).end);
  s.close();
}

// `class << self`
void shape_singleton_class(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, "class");
  s.visit(s.field(raw, "value"), Role::Name);
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

// `return a, b`: a Tuple.
void shape_jump(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.child_of_type(raw, "argument_list");
  s.open(s.kind_of(raw), role, raw);
  if (arguments != kNoRaw) {
    bool is_tuple = s.named_children(arguments).size() > 1 && !s.is_stand_in(arguments);
    if (is_tuple) s.open(Kind::Tuple, Role::Value, arguments);
    if (s.is_stand_in(arguments)) s.visit(arguments, Role::Value);
    else for (RawIndex value : s.named_children(arguments)) s.visit(value, is_tuple ? Role::Element : Role::Value);
    if (is_tuple) s.close();
  }
  s.close();
}

// `a => [x, y]`, `a in {x:}`
void shape_match(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Binary, role, raw);
  s.out().set_text(id, s.is(raw, "test_pattern") ? "in" : "=>");
  s.visit(s.field(raw, "value"), Role::Left);
  s.visit(s.field(raw, "pattern"), Role::Right);
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names and literals
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "constant", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "instance_variable", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "class_variable", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "global_variable", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "self", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "super", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "operator", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "setter", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "file", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "line", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "encoding", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "scope_resolution", .kind = Kind::Member, .fields = {{{"scope", Role::Object}}}, .shape = shape_scope},
    {.type = "string", .kind = Kind::String, .shape = ruby::shape_ruby_string},
    {.type = "bare_string", .kind = Kind::String, .shape = ruby::shape_ruby_string},
    {.type = "chained_string", .kind = Kind::Template},
    {.type = "character", .kind = Kind::String, .shape = ruby::shape_character},
    {.type = "heredoc_beginning", .kind = Kind::String, .shape = ruby::shape_heredoc},
    {.type = "heredoc_body", .make = Make::Drop},
    {.type = "subshell", .kind = Kind::Call, .shape = ruby::shape_subshell},
    {.type = "interpolation", .kind = Kind::Interpolation, .rest = Role::Value},
    {.type = "string_content", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "heredoc_content", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "escape_sequence", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "regex", .kind = Kind::Regex, .shape = ruby::shape_regex},
    {.type = "simple_symbol", .kind = Kind::Symbol, .shape = ruby::shape_symbol},
    {.type = "delimited_symbol", .kind = Kind::Symbol, .shape = ruby::shape_symbol},
    {.type = "hash_key_symbol", .kind = Kind::Symbol, .shape = ruby::shape_symbol},
    {.type = "bare_symbol", .kind = Kind::Symbol, .shape = ruby::shape_symbol},
    {.type = "integer", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "rational", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "complex", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "nil", .kind = Kind::Null, .make = Make::Leaf},
    // Expressions
    {.type = "call", .kind = Kind::Call, .shape = shape_call},
    {.type = "argument_list", .kind = Kind::Arguments},
    {.type = "block_argument", .kind = Kind::Unary, .shape = shape_block_argument},
    {.type = "splat_argument", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "hash_splat_argument", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "forward_argument", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "element_reference", .kind = Kind::Index},
    {.type = "assignment", .kind = Kind::Assign, .shape = shape_assignment},
    {.type = "operator_assignment", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "left_assignment_list", .kind = Kind::Tuple},
    {.type = "right_assignment_list", .kind = Kind::Tuple},
    {.type = "destructured_left_assignment", .kind = Kind::Tuple},
    {.type = "destructured_parameter", .kind = Kind::Tuple},
    {.type = "rest_assignment", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "binary", .kind = Kind::Binary, .shape = shape_binary},
    {.type = "unary", .kind = Kind::Unary, .shape = shape_unary},
    {.type = "range", .kind = Kind::Binary, .fields = {{{"begin", Role::Left}, {"end", Role::Right}}}, .text = TextFrom::Operator},
    {.type = "conditional", .kind = Kind::Conditional},
    {.type = "parenthesized_statements", .make = Make::Splice, .shape = shape_parentheses},
    {.type = "array", .kind = Kind::Array},
    {.type = "string_array", .kind = Kind::Array},
    {.type = "symbol_array", .kind = Kind::Array},
    {.type = "hash", .kind = Kind::Map},
    {.type = "pair", .kind = Kind::Pair},
    {.type = "lambda", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "do_block", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "block", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "yield", .kind = Kind::Yield, .shape = shape_jump},
    // Statements
    {.type = "then", .kind = Kind::Block},
    {.type = "do", .kind = Kind::Block},
    {.type = "else", .kind = Kind::Block},
    {.type = "block_body", .kind = Kind::Block},
    {.type = "body_statement", .kind = Kind::Block, .shape = shape_body},
    {.type = "begin", .kind = Kind::Block, .shape = shape_begin},
    {.type = "begin_block", .kind = Kind::Block},
    {.type = "end_block", .kind = Kind::Block},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "if", .kind = Kind::If, .shape = write_if},
    {.type = "unless", .kind = Kind::If, .shape = write_if},
    {.type = "if_modifier", .kind = Kind::If, .shape = shape_if_modifier},
    {.type = "unless_modifier", .kind = Kind::If, .shape = shape_if_modifier},
    {.type = "while", .kind = Kind::While, .shape = shape_while},
    {.type = "until", .kind = Kind::While, .shape = shape_while},
    {.type = "while_modifier", .kind = Kind::While, .shape = shape_while},
    {.type = "until_modifier", .kind = Kind::While, .shape = shape_while},
    {.type = "for", .kind = Kind::ForEach, .fields = {{{"pattern", Role::Name}}}},
    {.type = "in", .make = Make::Splice},
    {.type = "case", .kind = Kind::Switch, .shape = shape_case},
    {.type = "case_match", .kind = Kind::Switch, .shape = shape_case},
    {.type = "when", .kind = Kind::Case, .shape = shape_when},
    {.type = "in_clause", .kind = Kind::Case, .shape = shape_when},
    {.type = "pattern", .make = Make::Splice},
    {.type = "if_guard", .make = Make::Splice},
    {.type = "unless_guard", .kind = Kind::Unary, .fields = {{{"condition", Role::Operand}}}, .text = TextFrom::FirstToken},
    {.type = "rescue", .kind = Kind::Catch, .shape = shape_rescue},
    {.type = "ensure", .kind = Kind::Finally, .shape = shape_ensure},
    {.type = "rescue_modifier", .kind = Kind::Try, .shape = shape_rescue_modifier},
    {.type = "return", .kind = Kind::Return, .shape = shape_jump},
    {.type = "next", .kind = Kind::Continue, .shape = shape_jump},
    {.type = "break", .kind = Kind::Break, .shape = shape_jump},
    {.type = "redo", .kind = Kind::Goto, .make = Make::Leaf},
    {.type = "retry", .kind = Kind::Goto, .make = Make::Leaf},
    // Pattern matching
    {.type = "match_pattern", .kind = Kind::Binary, .shape = shape_match},
    {.type = "test_pattern", .kind = Kind::Binary, .shape = shape_match},
    {.type = "array_pattern", .kind = Kind::Array, .fields = {{{"class", Role::Type}}}},
    {.type = "find_pattern", .kind = Kind::Array, .fields = {{{"class", Role::Type}}}},
    {.type = "hash_pattern", .kind = Kind::Map, .fields = {{{"class", Role::Type}}}},
    {.type = "keyword_pattern", .kind = Kind::Pair},
    {.type = "alternative_pattern", .kind = Kind::Binary, .fields = {{{"alternatives", Role::Right}}}, .text = TextFrom::Operator},
    {.type = "as_pattern", .kind = Kind::VarDef},
    {.type = "variable_reference_pattern", .make = Make::Splice},
    {.type = "expression_reference_pattern", .make = Make::Splice},
    {.type = "parenthesized_pattern", .make = Make::Splice},
    // Definitions
    {.type = "method", .kind = Kind::Function, .shape = shape_method},
    {.type = "singleton_method", .kind = Kind::Function, .shape = shape_method},
    {.type = "method_parameters", .kind = Kind::Parameters, .shape = shape_ruby_parameters},
    {.type = "block_parameters", .kind = Kind::Parameters, .shape = shape_ruby_parameters},
    {.type = "lambda_parameters", .kind = Kind::Parameters, .shape = shape_ruby_parameters},
    {.type = "splat_parameter", .kind = Kind::Spread, .fields = {{{"name", Role::Value}}}},
    {.type = "hash_splat_parameter", .kind = Kind::Spread, .fields = {{{"name", Role::Value}}}},
    {.type = "forward_parameter", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "hash_splat_nil", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "class", .kind = Kind::Class, .text = TextFrom::FirstToken},
    {.type = "module", .kind = Kind::Class, .text = TextFrom::FirstToken},
    {.type = "singleton_class", .kind = Kind::Class, .shape = shape_singleton_class},
    {.type = "superclass", .make = Make::Splice},
    {.type = "alias", .kind = Kind::Other},
    {.type = "undef", .kind = Kind::Other},
    {.type = "comment", .make = Make::Comment},
    {.type = "uninterpreted", .make = Make::Comment},
};

constexpr std::string_view kInterpolations[] = {"interpolation"};
constexpr PatternWrapper kWrappers[] = {
    {.before = "slf = {", .after = "}", .only_pair = true},        // `:a => 1`
    {.before = "", .after = ""},
    {.before = "", .after = "\nend", .is_head = true},             // `def f(x)`, `class A`, `if a`, `f do |x|`
    {.before = "slf(", .after = ")"},                              // `a: 1`
    {.before = "begin\n", .after = "\nend"},                       // `rescue A => e`, `ensure`
    {.before = "case slf\n", .after = "\nend"},                    // `when 1 then a`
    {.before = "slf = {", .after = "}"},
    {.before = "slf ", .after = ""},                               // `do |x| ... end`
};
constexpr std::string_view kEllipsis[] = {"@", "\n@\n", "@: @"};
// `case x`, `...`, `when 1` on lines of their own.
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view before = trim(text.substr(0, begin)), after = trim(text.substr(end));
  std::string_view line = trim(before.substr(before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1));
  return line.starts_with("case ") && after.starts_with("when") ? std::string_view("when @") : std::string_view();
}
constexpr std::string_view kMetavariable[] = {"@", "v@"};  // a constant or a variable

}  // namespace

const LanguageDefinition& ruby_definition() {
  static constexpr LanguageDefinition kRuby{
      .language = Language::Ruby,
      .grammar = tree_sitter_ruby,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .pattern = {.wrappers = kWrappers,
                  .ellipsis = kEllipsis,
                  .ellipsis_at = ellipsis_at,
                  .metavariable = kMetavariable,
                  .dollar_in_names = true,
                  .quotes = "\"'`",
                  .interpolation = "#{",
                  .line_comment = "#"},
      .has_bare_expressions = true,
      .equivalences = {.calls_without_parentheses = true, .leaves_out_empty_bodies = true, .last_value = LastValue::Returned},
      .execution = {.self_names = "self", .field_prefix = "@", .constructor_names = "initialize",
                    .throwing_calls = "raise", .members_are_calls = true, .defines_in_order = true,
                    .yield_calls_block = true},
      .is_full = true,
  };
  return kRuby;
}

}  // namespace sluice
