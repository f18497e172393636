// Dart 2, grammar tree-sitter-dart: 3's records, patterns and class modifiers are not in it.
#include "analyzers/languages/dart_definition.h"
#include "analyzers/languages/dart_expression.h"
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_dart();

namespace sluice {
namespace {

using dart::Nodes;

// --- statements ---

// `for (var i = 0; ...)`, `for (final x in xs)`
void shape_for(Shaper& s, RawIndex raw, Role role) {
  RawIndex parts = s.child_of_type(raw, "for_loop_parts");
  bool is_each = parts != kNoRaw && s.has_token(parts, "in");
  NodeId loop = s.open(is_each ? Kind::ForEach : Kind::For, role, raw);
  if (is_each) {
    for (RawIndex child : s.named_children(parts))
      if (s.is(child, "type_identifier")) s.visit(child, Role::Type);
    RawIndex name = s.field(parts, "name");
    s.visit(name == kNoRaw ? s.child_of_type(parts, "identifier") : name, Role::Target);
    dart::write_field(s, parts, "value", Role::Value);
  } else if (s.is_stand_in(s.first_named(parts))) {
    s.visit(s.first_named(parts), Role::Init);
  } else {
    dart::write_field(s, parts, "init", Role::Init);
    dart::write_field(s, parts, "condition", Role::Condition);
    dart::write_field(s, parts, "update", Role::Update);
  }
  RawIndex body = s.field(raw, "body");
  if (s.is(raw, "for_statement")) s.visit_block(body, Role::Body);
  else dart::write_field(s, raw, "body", Role::Body);
  if (!is_each) s.complete_loop_header(loop);
  s.close();
}

// `try { } on T catch (e, s) { } finally { }`: a clause is its type, its names and its block.
void shape_try(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  s.visit(s.field(raw, "body"), Role::Body);
  Nodes clause;
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "body")) continue;
    if (s.is(child, "finally_clause")) {
      s.visit(child, Role::Finally);
      continue;
    }
    clause.push_back(child);
    if (!s.is(child, "block")) continue;
    s.open(Kind::Catch, Role::Catch, dart::range_of(s, clause));
    for (const Nodes& group : dart::groups_of(s, clause)) {
      if (dart::is_type(s, group[0])) dart::write_type(s, group, Role::Type);
      else if (s.is(group[0], "catch_clause")) s.visit_children(s.child_of_type(group[0], "catch_parameters"), Role::Name);
      else s.visit(group[0], Role::Body);
    }
    s.close();
    clause.clear();
  }
  s.close();
}

// Labels and statements stand one after the other.
void shape_switch(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Switch, role, raw);
  s.visit(s.field(raw, "condition"), Role::Value);
  Nodes cases;
  if (RawIndex body = s.field(raw, "body"); body != kNoRaw) cases = s.named_children(body);
  bool is_open = false;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (!s.is(cases[i], "switch_label")) {
      s.visit_statement(cases[i], Role::Element);
      continue;
    }
    if (is_open) s.close();
    std::size_t last = i;
    while (last + 1 < cases.size() && !s.is(cases[last + 1], "switch_label")) ++last;
    s.open(Kind::Case, Role::Element, ByteRange{s.raw(cases[i]).begin, s.raw(cases[last]).end});
    for (const Nodes& group : dart::groups_of(s, cases[i]))
      if (!s.is(group[0], "case_builtin")) dart::write_group(s, group, Role::Label);
    is_open = true;
  }
  if (is_open) s.close();
  s.close();
}

void shape_assertion(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.child_of_type(raw, "assertion_arguments");
  s.open(Kind::Call, role, raw);
  s.out().leaf(Kind::Name, Role::Callee, {s.raw(raw).begin, s.raw(raw).begin + 6}, "assert");
  s.open(Kind::Arguments, Role::Arguments, arguments);
  dart::write_groups(s, arguments, Role::Element);
  s.close();
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names and types
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "identifier_dollar_escaped", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "this", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "super", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_identifier", .shape = dart::shape_head},
    {.type = "void_type", .shape = dart::shape_head},
    {.type = "type_arguments", .shape = dart::shape_head},
    {.type = "function_type", .shape = dart::shape_head},
    {.type = "inferred_type", .shape = dart::shape_head},
    {.type = "final_builtin", .shape = dart::shape_head},
    {.type = "const_builtin", .shape = dart::shape_head},
    {.type = "parameter_type_list", .kind = Kind::Parameters},
    {.type = "normal_parameter_type", .make = Make::Splice},
    {.type = "typed_identifier", .kind = Kind::Parameter, .shape = dart::shape_typed_name},
    {.type = "type_parameters", .make = Make::Splice, .rest = Role::TypeParameter},
    {.type = "type_parameter", .kind = Kind::TypeParameter},
    {.type = "type_bound", .kind = Kind::Type, .shape = dart::shape_groups<Kind::Type, Role::Element>},
    {.type = "scoped_identifier", .kind = Kind::Member, .fields = {{{"scope", Role::Object}, {"name", Role::Name}}}},
    {.type = "qualified", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "dotted_identifier_list", .kind = Kind::Member, .shape = shape_dotted},
    // Literals
    {.type = "string_literal", .kind = Kind::String, .shape = dart::shape_dart_string},
    {.type = "decimal_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "hex_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "decimal_floating_point_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_literal", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "symbol_literal", .kind = Kind::Symbol, .make = Make::Leaf},
    {.type = "list_literal", .kind = Kind::Array, .shape = dart::shape_list},
    {.type = "set_or_map_literal", .kind = Kind::Map, .shape = dart::shape_braces},
    {.type = "pair", .kind = Kind::Pair, .shape = dart::shape_pair},
    {.type = "spread_element", .kind = Kind::Spread, .shape = dart::shape_groups<Kind::Spread, Role::Value>},
    {.type = "if_element", .kind = Kind::Comprehension, .shape = dart::shape_groups<Kind::Comprehension, Role::Element>},
    {.type = "for_element", .kind = Kind::For, .shape = shape_for},
    // Expressions
    {.type = "parenthesized_expression", .make = Make::Splice, .shape = dart::shape_inside},
    {.type = "assignable_expression", .make = Make::Splice, .shape = dart::shape_inside},
    {.type = "argument", .make = Make::Splice, .shape = dart::shape_inside},
    {.type = "arguments", .kind = Kind::Arguments},
    {.type = "named_argument", .kind = Kind::KeywordArgument, .shape = dart::shape_named_argument},
    {.type = "additive_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "multiplicative_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "relational_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "equality_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "shift_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "logical_and_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "logical_or_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "bitwise_and_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "bitwise_or_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "bitwise_xor_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "if_null_expression", .kind = Kind::Binary, .shape = dart::shape_binary},
    {.type = "unary_expression", .kind = Kind::Unary, .shape = dart::shape_unary},
    {.type = "postfix_expression", .kind = Kind::Unary, .shape = dart::shape_unary},
    {.type = "await_expression", .kind = Kind::Await, .shape = dart::shape_groups<Kind::Await, Role::Value>},
    {.type = "throw_expression", .kind = Kind::Throw, .shape = dart::shape_groups<Kind::Throw, Role::Value>},
    {.type = "throw_expression_without_cascade", .kind = Kind::Throw, .shape = dart::shape_groups<Kind::Throw, Role::Value>},
    {.type = "assignment_expression", .kind = Kind::Assign, .shape = dart::shape_assignment},
    {.type = "assignment_expression_without_cascade", .kind = Kind::Assign, .shape = dart::shape_assignment},
    {.type = "conditional_expression", .kind = Kind::Conditional, .shape = dart::shape_conditional},
    {.type = "type_cast_expression", .kind = Kind::Cast, .shape = dart::shape_typed},
    {.type = "type_test_expression", .kind = Kind::Binary, .shape = dart::shape_typed},
    {.type = "new_expression", .kind = Kind::New, .shape = dart::shape_new},
    {.type = "const_object_expression", .kind = Kind::New, .shape = dart::shape_new},
    {.type = "constructor_invocation", .kind = Kind::New, .shape = dart::shape_new},
    {.type = "function_expression", .kind = Kind::Lambda, .shape = dart::shape_lambda},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .shape = dart::shape_groups<Kind::ExprStmt, Role::Value>},
    {.type = "local_variable_declaration", .kind = Kind::VarDef, .shape = dart::shape_variables},
    {.type = "local_function_declaration", .kind = Kind::Function, .shape = dart::shape_local_function},
    {.type = "if_statement", .kind = Kind::If},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For, .shape = shape_for},
    {.type = "switch_statement", .kind = Kind::Switch, .shape = shape_switch},
    {.type = "try_statement", .kind = Kind::Try, .shape = shape_try},
    {.type = "finally_clause", .kind = Kind::Finally, .rest = Role::Body},
    {.type = "return_statement", .kind = Kind::Return, .shape = dart::shape_groups<Kind::Return, Role::Value>},
    {.type = "yield_statement", .kind = Kind::Yield, .shape = dart::shape_groups<Kind::Yield, Role::Value>},
    {.type = "yield_each_statement", .kind = Kind::Yield, .shape = dart::shape_groups<Kind::Yield, Role::Value>},
    {.type = "break_statement", .kind = Kind::Break, .rest = Role::Label},
    {.type = "continue_statement", .kind = Kind::Continue, .rest = Role::Label},
    {.type = "assert_statement", .kind = Kind::ExprStmt, .rest = Role::Value},
    {.type = "assertion", .kind = Kind::Call, .shape = shape_assertion},
    // Definitions
    {.type = "import_or_export", .make = Make::Splice},
    {.type = "library_import", .make = Make::Splice},
    {.type = "library_export", .kind = Kind::Import, .shape = dart::shape_import},
    {.type = "import_specification", .kind = Kind::Import, .shape = dart::shape_import},
    {.type = "configurable_uri", .make = Make::Splice},
    {.type = "uri", .make = Make::Splice},
    {.type = "configuration_uri", .make = Make::Drop},
    {.type = "library_name", .kind = Kind::Package, .rest = Role::Name},
    {.type = "part_directive", .kind = Kind::Import, .rest = Role::Module},
    {.type = "part_of_directive", .kind = Kind::Package, .rest = Role::Name},
    {.type = "class_definition", .kind = Kind::Class, .shape = dart::shape_class},
    {.type = "mixin_declaration", .kind = Kind::Class, .shape = dart::shape_class},
    {.type = "extension_declaration", .kind = Kind::Class, .shape = dart::shape_class},
    {.type = "enum_declaration", .kind = Kind::Class, .shape = dart::shape_class},
    {.type = "superclass", .kind = Kind::Type, .shape = dart::shape_parents},
    {.type = "mixins", .kind = Kind::Type, .shape = dart::shape_parents},
    {.type = "interfaces", .kind = Kind::Type, .shape = dart::shape_parents},
    {.type = "mixin_application_class", .make = Make::Splice},
    {.type = "mixin_application", .kind = Kind::Type, .shape = dart::shape_parents},
    {.type = "class_body", .kind = Kind::Block, .shape = dart::shape_class_body},
    {.type = "extension_body", .kind = Kind::Block, .shape = dart::shape_class_body},
    {.type = "enum_body", .kind = Kind::Block},
    {.type = "enum_constant", .kind = Kind::VarDef},
    {.type = "type_alias", .kind = Kind::VarDef, .shape = dart::shape_groups<Kind::VarDef, Role::Type>},
    {.type = "declaration", .kind = Kind::VarDef, .shape = dart::shape_member},
    {.type = "method_signature", .kind = Kind::Function, .shape = dart::shape_signature},
    {.type = "function_signature", .kind = Kind::Function, .shape = dart::shape_signature},
    {.type = "getter_signature", .kind = Kind::Function, .shape = dart::shape_signature},
    {.type = "setter_signature", .kind = Kind::Function, .shape = dart::shape_signature},
    {.type = "function_body", .kind = Kind::Block, .shape = dart::shape_body},
    {.type = "initialized_identifier_list", .kind = Kind::VarDef, .shape = dart::shape_list_of_names},
    {.type = "static_final_declaration_list", .kind = Kind::VarDef, .shape = dart::shape_list_of_names},
    {.type = "identifier_list", .kind = Kind::VarDef, .shape = dart::shape_list_of_names},
    {.type = "formal_parameter_list", .kind = Kind::Parameters, .shape = dart::shape_parameter_list},
    {.type = "initializers", .make = Make::Splice, .rest = Role::Init},
    {.type = "initializer_list_entry", .kind = Kind::Call, .shape = dart::shape_initializer},
    {.type = "field_initializer", .kind = Kind::Assign, .shape = dart::shape_field_initializer},
    {.type = "redirection", .kind = Kind::Call, .shape = dart::shape_redirection},
    {.type = "annotation", .kind = Kind::Attribute},
    {.type = "marker_annotation", .kind = Kind::Attribute},
    {.type = "script_tag", .make = Make::Comment},
    {.type = "comment", .make = Make::Comment},
    {.type = "documentation_comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {.before = "void slf() { ", .after = " }"},
    {.before = "void slf() { slf(", .after = "); }"},  // an expression is one node as an argument only
    {.before = "", .after = ""},                  {.before = "void slf() { ", .after = "; }"},
    {.before = "class SlW { ", .after = " }"},    {.before = "", .after = " {}"},              {.before = "class SlW { ", .after = "; }"}};
constexpr std::string_view kEllipsis[] = {"@", "@;", "int @", "int @;", "@: @", "@;;"};
constexpr std::string_view kMetavariable[] = {"@", "int @", "@;"};

}  // namespace

const LanguageDefinition& dart_definition() {
  static constexpr LanguageDefinition kDart{
      .language = Language::Dart,
      .grammar = tree_sitter_dart,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .metavariable = kMetavariable, .dollar_in_names = true, .interpolation = "${", .spread_before_name = true,
                  .typed_hole = TypedHoleForm::TypeFirst},
      .execution = {.self_names = "this super", .has_implicit_fields = true, .break_leaves_switch = true},
      .restarts_behind_errors = true,
      .is_full = true,
  };
  return kDart;
}

}  // namespace sluice
