// Kotlin 2, grammar tree-sitter-kotlin. The grammar names few fields: what a child is
// follows from its type and its place.
#include <utility>

#include "analyzers/languages/definition.h"
#include "analyzers/languages/kotlin_prepare.h"
#include "analyzers/languages/kotlin_string.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_kotlin();

namespace sluice {
namespace {

bool is_type(Shaper& s, RawIndex raw) {
  return s.is(raw, "user_type") || s.is(raw, "nullable_type") || s.is(raw, "function_type") || s.is(raw, "non_nullable_type") ||
         s.is(raw, "parenthesized_type");
}

// The grammar has the literals among the names.
void shape_identifier(Shaper& s, RawIndex raw, Role role) {
  std::string_view text = s.text(raw);
  bool is_value = role != Role::Name;
  Kind kind = is_value && text == "null" ? Kind::Null : is_value && (text == "true" || text == "false") ? Kind::Boolean : Kind::Name;
  s.leaf(kind, role, raw);
}

// `f<T>(a) { b }`: the lambda is the last argument.
void shape_call(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Call, role, raw);
  if (!parts.empty()) s.visit(parts[0], Role::Callee);
  RawIndex arguments = s.child_of_type(raw, "value_arguments");
  RawIndex lambda = s.child_of_type(raw, "annotated_lambda");
  RawIndex first = arguments == kNoRaw ? lambda : arguments;
  if (first != kNoRaw) {
    s.open(Kind::Arguments, Role::Arguments, ByteRange{s.raw(first).begin, s.raw(raw).end});
    if (arguments != kNoRaw) s.visit_children(arguments);
    s.visit(lambda, Role::Element);
    s.close();
  }
  s.close();
}

// `a`, `*a`, `name = a`
void shape_argument(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (s.has_token(raw, "=") && parts.size() > 1) return shape_two(s, raw, role, Kind::KeywordArgument, Role::Name, Role::Value);
  s.visit_children(raw, role);
}

void shape_member(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Member, Role::Object, Role::Name); }
void shape_index(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Index, Role::Object, Role::Element); }
// `A::b`, `::b`
void shape_reference(Shaper& s, RawIndex raw, Role role) {
  if (s.named_children(raw).size() < 2) return s.visit_children(raw, role);
  shape_member(s, raw, role);
}
void shape_cast(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Cast, role, raw);
  s.visit(s.field(raw, "right"), Role::Type);
  s.visit(s.field(raw, "left"), Role::Value);
  s.close();
}

// `a in b`, `a is T`, `a !in b`
void shape_test(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Binary, role, raw);
  std::string_view op = s.is(raw, "in_expression") ? "in" : "is";
  s.out().set_text(id, s.has_token(raw, op == "in" ? "!in" : "!is") ? (op == "in" ? "!in" : "!is") : op);
  s.visit_children(raw);
  s.close();
}

// `a until b`: the name between is the operator.
void shape_infix_call(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  NodeId id = s.open(Kind::Binary, role, raw);
  if (parts.size() == 3) s.out().set_text(id, s.text(parts[1]));
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (i != 1) s.visit(parts[i], i == 0 ? Role::Left : Role::Right);
  s.close();
}

// `val a: T = b`, `val (a, b) = c`, `val a by lazy { }`
void shape_property(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    bool is_keyword = !s.raw(child).named && (s.text(child) == "val" || s.text(child) == "var" || s.is_stand_in(child));
    if (is_keyword) s.token(Kind::Modifier, Role::Modifier, child);
    if (!s.raw(child).named) continue;
    if (s.is(child, "variable_declaration") && !s.is_stand_in(child)) {
      for (RawIndex part : s.named_children(child)) s.visit(part, is_type(s, part) ? Role::Type : Role::Name);
    } else if (s.is(child, "variable_declaration") || s.is(child, "multi_variable_declaration")) {
      s.visit(child, Role::Name);
    } else if (s.is(child, "getter") || s.is(child, "setter")) {
      s.visit(child, Role::Body);
    } else if (s.is(child, "modifiers") || s.is(child, "type_parameters")) {
      s.visit(child, Role::Modifier);
    } else {
      s.visit(child, is_type(s, child) ? Role::Type : Role::Value);
    }
  }
  s.close();
}

// `a: T = b`: the default stands behind the parameter, in the list.
void shape_parameter_list(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> children = s.named_children(raw);
  s.open(Kind::Parameters, role, raw);
  RawIndex modifiers = kNoRaw;
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (s.is(children[i], "parameter_modifiers")) {
      modifiers = children[i];
      continue;
    }
    if (!s.is(children[i], "parameter") || s.is_stand_in(children[i])) {
      s.visit(children[i], Role::Element);
      continue;
    }
    RawIndex value = i + 1 < children.size() && !s.is(children[i + 1], "parameter") && !s.is(children[i + 1], "parameter_modifiers")
                         ? children[i + 1] : kNoRaw;
    std::uint32_t end = s.raw(value == kNoRaw ? children[i] : value).end;
    s.open(Kind::Parameter, Role::Element, ByteRange{s.raw(modifiers == kNoRaw ? children[i] : modifiers).begin, end});
    if (modifiers != kNoRaw) s.visit_children(std::exchange(modifiers, kNoRaw), Role::Modifier);
    for (RawIndex part : s.named_children(children[i])) s.visit(part, is_type(s, part) ? Role::Type : Role::Name);
    if (value != kNoRaw) s.visit(value, Role::Value), ++i;
    s.close();
  }
  s.close();
}

// A parameter of a class or a lambda: its default stands within it.
void shape_parameter(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  bool has_name = false;
  for (RawIndex part : s.named_children(raw)) {
    bool is_name = !has_name && s.is(part, "identifier");
    has_name |= is_name;
    s.visit(part, is_name ? Role::Name : is_type(s, part) ? Role::Type : s.is(part, "modifiers") ? Role::Modifier : Role::Value);
  }
  s.close();
}

// `a, b: T` before the arrow of a lambda.
void shape_lambda_parameters(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameters, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_parameter = s.is(child, "variable_declaration") && !s.is_stand_in(child);
    if (is_parameter) shape_parameter(s, child, Role::Element);
    else s.visit(child, Role::Element);
  }
  s.close();
}

// `a: T` where a loop or a destructuring names something.
void shape_variable(Shaper& s, RawIndex raw, Role role) { s.visit(s.child_of_type(raw, "identifier"), role); }

void write_body(Shaper& s, RawIndex body) {
  RawIndex inner = s.is(body, "function_body") ? s.first_named(body) : body;
  if (s.is(inner, "block")) s.visit(inner, Role::Body);
  else s.visit_block(inner == kNoRaw ? body : inner, Role::Body);
}

void shape_function(Shaper& s, RawIndex raw, Role role) {
  s.open(s.kind_of(raw), role, raw);
  if (s.is(raw, "secondary_constructor")) s.out().leaf(Kind::Name, Role::Name, s.range_of(raw), "constructor");
  RawIndex name = s.field(raw, "name");
  for (RawIndex child : s.named_children(raw)) {
    if (child == name) s.visit(child, Role::Name);
    else if (s.is(child, "function_value_parameters")) s.visit(child, Role::Parameters);
    else if (s.is(child, "function_body") || s.is(child, "block")) write_body(s, child);
    else if (s.is(child, "constructor_delegation_call")) s.visit(child, Role::Init);
    else if (s.is(child, "type_parameters")) s.visit(child, Role::TypeParameter);
    else if (is_type(s, child)) s.visit(child, s.raw(child).begin < s.raw(name).begin ? Role::Init : Role::ReturnType);
    else s.visit(child, Role::Modifier);
  }
  s.close();
}

// `{ a, b -> c }`
void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  RawIndex parameters = s.child_of_type(raw, "lambda_parameters");
  std::vector<RawIndex> statements;
  for (RawIndex child : s.named_children(raw))
    if (child != parameters) statements.push_back(child);
  s.open(Kind::Lambda, role, raw);
  if (parameters != kNoRaw) s.visit(parameters, Role::Parameters);
  s.open(Kind::Block, Role::Body, statements.empty() ? ByteRange{s.raw(raw).end, s.raw(raw).end}
                                                     : ByteRange{s.raw(statements.front()).begin, s.raw(statements.back()).end});
  for (RawIndex statement : statements) s.visit_statement(statement, Role::Element);
  s.close();
  s.close();
}

void shape_class(Shaper& s, RawIndex raw, Role role) {
  constexpr std::string_view kWords[] = {"class", "interface", "object", "enum"};
  NodeId id = s.open(Kind::Class, role, raw);
  for (std::string_view word : kWords)
    if (s.has_token(raw, word)) s.out().set_text(id, word);
  RawIndex name = s.field(raw, "name");
  for (RawIndex child : s.named_children(raw)) {
    if (child == name) s.visit(child, Role::Name);
    else if (s.is(child, "class_body") || s.is(child, "enum_class_body")) s.visit(child, Role::Body);
    else if (s.is(child, "delegation_specifiers")) s.visit(child, Role::Parent);
    else if (s.is(child, "primary_constructor")) s.visit_children(child, Role::Parameters);
    else if (s.is(child, "type_parameters")) s.visit(child, Role::TypeParameter);
    else s.visit(child, Role::Modifier);
  }
  s.close();
}

// `@A(b)`, `A(b)` among the parents.
void shape_annotation(Shaper& s, RawIndex raw, Role) {
  RawIndex call = s.child_of_type(raw, "constructor_invocation");
  s.open(Kind::Attribute, Role::Attribute, raw);
  for (RawIndex part : s.named_children(call == kNoRaw ? raw : call))
    s.visit(part, s.is(part, "value_arguments") ? Role::Arguments : Role::Name);
  s.close();
}

// `A(b)` among the parents, `LOW(1)` in an enum, `this(a)` before a constructor's body.
void shape_invocation(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  for (RawIndex part : s.all_children(raw)) {
    if (s.is(part, "value_arguments")) s.visit(part, Role::Arguments);
    else if (s.raw(part).named) s.visit(part, Role::Callee);
    else if (s.text(part) == "this" || s.text(part) == "super") s.leaf(Kind::Name, Role::Callee, part);
  }
  s.close();
}

void shape_enum_entry(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::VarDef, role, raw);
  for (RawIndex part : s.named_children(raw)) {
    bool is_extra = s.is(part, "value_arguments") || s.is(part, "class_body");
    s.visit(part, s.is(part, "identifier") ? Role::Name : is_extra ? Role::Value : Role::Modifier);
  }
  s.close();
}

// `a.B` is a Member, `B<T>` a Type, `B` a Name.
void shape_user_type(Shaper& s, RawIndex raw, Role role) {
  if (s.child_of_type(raw, "type_arguments") == kNoRaw) return shape_dotted(s, raw, role);
  s.visit_by_table(raw, role);
}

void shape_if(Shaper& s, RawIndex raw, Role role) {
  RawIndex condition = s.field(raw, "condition");
  s.open(Kind::If, role, raw);
  s.visit(condition, Role::Condition);
  Role part = Role::Then;
  for (RawIndex child : s.all_children(raw)) {
    if (s.text(child) == "else" && !s.raw(child).named) part = Role::Else;
    if (s.raw(child).named && child != condition && !s.is(child, "line_comment") && !s.is(child, "block_comment")) s.visit_block(child, part);
  }
  s.close();
}

void shape_loop(Shaper& s, RawIndex raw, Role role) {
  RawIndex condition = s.field(raw, "condition");
  s.open(s.kind_of(raw), role, raw);
  s.visit(condition, Role::Condition);
  for (RawIndex child : s.named_children(raw))
    if (child != condition) s.visit_block(child, Role::Body);
  s.close();
}

// `for (x in xs) { }`
void shape_for(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::ForEach, role, raw);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 0) s.visit(parts[i], Role::Name);
    else if (i == 1) s.visit(parts[i], Role::Value);
    else s.visit_block(parts[i], Role::Body);
  }
  s.close();
}

// `when (x)`, `when (val a = x)`
void shape_subject(Shaper& s, RawIndex raw, Role) {
  RawIndex variable = s.child_of_type(raw, "variable_declaration");
  if (variable == kNoRaw) return s.visit_children(raw, Role::Value);
  s.open(Kind::VarDef, Role::Value, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, child == variable ? Role::Name : Role::Value);
  s.close();
}

void shape_when_entry(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "condition")) s.visit(child, Role::Label);
    else if (s.is(child, "block")) s.visit_children(child);
    else s.visit_statement(child, Role::Element);
  }
  s.close();
}

void shape_catch(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Catch, role, raw);
  for (RawIndex child : s.named_children(raw))
    s.visit(child, s.is(child, "block") ? Role::Body : s.is(child, "identifier") ? Role::Name : Role::Type);
  s.close();
}

// `import a.b.C as D`, `import a.b.*`
void shape_import(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  for (RawIndex child : s.all_children(raw)) {
    if (s.is(child, "qualified_identifier")) s.visit(child, Role::Module);
    else if (s.is(child, "identifier")) s.visit(child, Role::Alias);
    else if (s.text(child) == "*") s.leaf(Kind::Token, Role::Element, child);
  }
  s.close();
}

// `A by b` among the parents: A.
void shape_delegation(Shaper& s, RawIndex raw, Role role) { s.visit(s.first_named(raw), role); }

// `a@ for (...) { }`, `return@a`
void shape_labeled(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Labeled, Role::Label, Role::Element); }

// `@A e` is e.
void shape_annotated(Shaper& s, RawIndex raw, Role role) { s.visit(s.last_named(raw), role); }

void shape_type_alias(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Type, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "type")) s.visit(child, Role::Name);
    else s.visit(child, is_type(s, child) ? Role::Type : Role::Modifier);
  }
  s.close();
}

constexpr NodeShape kShapes[] = {
    {.type = "identifier", .kind = Kind::Name, .shape = shape_identifier},
    {.type = "this_expression", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "super_expression", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "qualified_identifier", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "string_literal", .kind = Kind::String, .shape = kotlin::shape_kotlin_string},
    {.type = "multiline_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "string_content", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "escape_sequence", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "character_literal", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "number_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float_literal", .kind = Kind::Number, .make = Make::Leaf},
    // Expressions
    {.type = "call_expression", .kind = Kind::Call, .shape = shape_call},
    {.type = "value_arguments", .kind = Kind::Arguments},
    {.type = "value_argument", .make = Make::Splice, .shape = shape_argument},
    {.type = "navigation_expression", .kind = Kind::Member, .shape = shape_member},
    {.type = "index_expression", .kind = Kind::Index, .shape = shape_index},
    {.type = "assignment", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "range_expression", .kind = Kind::Binary, .shape = shape_infix},
    {.type = "infix_expression", .kind = Kind::Binary, .shape = shape_infix_call},
    {.type = "in_expression", .kind = Kind::Binary, .shape = shape_test},
    {.type = "is_expression", .kind = Kind::Binary, .shape = shape_test},
    {.type = "unary_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "as_expression", .kind = Kind::Cast, .shape = shape_cast},
    {.type = "spread_expression", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "collection_literal", .kind = Kind::Array},
    {.type = "lambda_literal", .kind = Kind::Lambda, .shape = shape_lambda},
    {.type = "annotated_lambda", .make = Make::Splice},
    {.type = "lambda_parameters", .kind = Kind::Parameters, .shape = shape_lambda_parameters},
    {.type = "anonymous_function", .kind = Kind::Lambda, .shape = shape_function},
    {.type = "callable_reference", .kind = Kind::Member, .shape = shape_reference},
    {.type = "object_literal", .kind = Kind::Class, .shape = shape_class},
    {.type = "annotated_expression", .make = Make::Splice, .shape = shape_annotated},
    {.type = "labeled_expression", .kind = Kind::Labeled, .shape = shape_labeled},
    {.type = "label", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "throw_expression", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "return_expression", .kind = Kind::Return, .rest = Role::Value},
    {.type = "if_expression", .kind = Kind::If, .shape = shape_if},
    {.type = "when_expression", .kind = Kind::Switch},
    {.type = "when_subject", .make = Make::Splice, .shape = shape_subject},
    {.type = "range_test", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::FirstToken},
    {.type = "type_test", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::FirstToken},
    {.type = "when_entry", .kind = Kind::Case, .shape = shape_when_entry},
    {.type = "try_expression", .kind = Kind::Try, .shape = shape_try},
    {.type = "catch_block", .kind = Kind::Catch, .shape = shape_catch},
    {.type = "finally_block", .kind = Kind::Finally, .rest = Role::Body},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "for_statement", .kind = Kind::ForEach, .shape = shape_for},
    {.type = "while_statement", .kind = Kind::While, .shape = shape_loop},
    {.type = "do_while_statement", .kind = Kind::DoWhile, .shape = shape_loop},
    // Definitions
    {.type = "package_header", .kind = Kind::Package, .rest = Role::Name},
    {.type = "import", .kind = Kind::Import, .shape = shape_import},
    {.type = "property_declaration", .kind = Kind::VarDef, .shape = shape_property},
    {.type = "variable_declaration", .kind = Kind::Name, .shape = shape_variable},
    {.type = "multi_variable_declaration", .kind = Kind::Tuple},
    {.type = "function_declaration", .kind = Kind::Function, .shape = shape_function},
    {.type = "secondary_constructor", .kind = Kind::Function, .shape = shape_function},
    {.type = "function_value_parameters", .kind = Kind::Parameters, .shape = shape_parameter_list},
    {.type = "class_parameters", .kind = Kind::Parameters},
    {.type = "class_parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "function_body", .make = Make::Splice},
    {.type = "class_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "object_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "companion_object", .kind = Kind::Class, .shape = shape_class},
    {.type = "class_body", .kind = Kind::Block},
    {.type = "enum_class_body", .kind = Kind::Block},
    {.type = "delegation_specifiers", .make = Make::Splice},
    {.type = "delegation_specifier", .make = Make::Splice},
    {.type = "explicit_delegation", .make = Make::Splice, .shape = shape_delegation},
    {.type = "constructor_invocation", .kind = Kind::Call, .shape = shape_invocation},
    {.type = "constructor_delegation_call", .kind = Kind::Call, .shape = shape_invocation},
    {.type = "enum_entry", .kind = Kind::VarDef, .shape = shape_enum_entry},
    {.type = "property_delegate", .make = Make::Splice},
    {.type = "getter", .kind = Kind::Function, .shape = shape_function},
    {.type = "setter", .kind = Kind::Function, .shape = shape_function},
    {.type = "anonymous_initializer", .kind = Kind::Function, .rest = Role::Body},
    {.type = "annotation", .kind = Kind::Attribute, .shape = shape_annotation},
    {.type = "file_annotation", .kind = Kind::Attribute, .shape = shape_annotation},
    {.type = "modifiers", .make = Make::Splice},
    {.type = "class_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "function_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "inheritance_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "member_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "parameter_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "platform_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "property_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "visibility_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "user_type", .kind = Kind::Type, .shape = shape_user_type},
    {.type = "nullable_type", .make = Make::Splice},
    {.type = "function_type", .kind = Kind::Type},
    {.type = "function_type_parameters", .make = Make::Splice},
    {.type = "type_arguments", .make = Make::Splice},
    {.type = "type_parameters", .make = Make::Splice},
    {.type = "type_parameter", .kind = Kind::TypeParameter, .rest = Role::Name},
    {.type = "type_projection", .make = Make::Splice},
    {.type = "parenthesized_type", .make = Make::Splice},
    {.type = "non_nullable_type", .make = Make::Splice},
    {.type = "type_alias", .kind = Kind::Type, .shape = shape_type_alias},
    {.type = "type_modifiers", .make = Make::Splice},
    {.type = "type_constraints", .kind = Kind::Type},
    {.type = "type_constraint", .kind = Kind::Type},
    {.type = "type_parameter_modifiers", .make = Make::Splice},
    {.type = "variance_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "reification_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "parameter_modifiers", .make = Make::Splice},
    {.type = "use_site_target", .make = Make::Drop},
    {.type = "primary_constructor", .make = Make::Splice},
    {.type = "parameter", .kind = Kind::Parameter, .shape = shape_parameter},
    {.type = "line_comment", .make = Make::Comment},
    {.type = "block_comment", .make = Make::Comment},
    {.type = "shebang", .make = Make::Comment},
};

constexpr std::string_view kInterpolations[] = {"interpolation"};
// A definition ends with its line: each wrapper ends one.
constexpr PatternWrapper kWrappers[] = {
    {.before = "", .after = "\n"},
    {.before = "fun slf() {\n", .after = "\n}\n"},
    {.before = "", .after = " {}\n", .is_head = true},
    {.before = "class SlW {\n", .after = "\n}\n"},
    {.before = "", .after = " class SlW {}\n"},
    {.before = "fun slf() { try {} ", .after = "\n}\n"},
    {.before = "fun slf() { when (slf) { ", .after = " } }\n"},
};
constexpr std::string_view kKeywords = "companion interface object fun val var if else when try for while do return throw import package";
constexpr std::string_view kEllipsis[] = {"@: @", "@", "\n@\n", "@ -> @\n", "\nval @: @\n"};
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t end) {
  if (is_loop_header(text, begin, end)) return "@ in @";
  if (is_at_arm(text, begin, {"class", "object", "interface"}, Arms::OnLines)) return "\nval @: @\n";
  return is_at_arm(text, begin, {"when"}, Arms::OnLines) ? std::string_view("@ -> @\n") : std::string_view();
}
constexpr std::string_view kMetavariable[] = {"@", "@: @"};

}  // namespace

const LanguageDefinition& kotlin_definition() {
  static constexpr LanguageDefinition kKotlin{
      .language = Language::Kotlin,
      .grammar = tree_sitter_kotlin,
      .prepare = prepare_kotlin,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .imports = ImportStyle::LastName,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .parameter = "@: @", .metavariable = kMetavariable, .interpolation = "${", .keywords = kKeywords,
                  .typed_hole = TypedHoleForm::NameFirst},
      .has_bare_expressions = true,
      .execution = {.self_names = "this super", .has_implicit_fields = true},
      .restarts_behind_errors = true,
      .is_full = true,
  };
  return kKotlin;
}

}  // namespace sluice
