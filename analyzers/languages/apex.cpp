// Apex with SOQL and SOSL, grammar tree-sitter-sfapex. Neither words nor names of it have a case.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/java_family.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_apex();

namespace sluice {
namespace {

// Names are known in any case.
void shape_name(Shaper& s, RawIndex raw, Role role) { s.leaf(Kind::Name, role, raw, to_lower(s.text(raw))); }

// `public`, `with sharing`: in one spelling. In a pattern `$HOW sharing` is any of the three.
void shape_modifier(Shaper& s, RawIndex raw, Role) {
  std::string words;
  for (char c : to_lower(s.text(raw))) {
    bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space) words += c;
    else if (!words.ends_with(' ')) words += ' ';
  }
  std::uint32_t begin = s.raw(raw).begin;
  bool is_sharing = words.ends_with(" sharing");
  if (is_sharing && s.visit_stand_in({begin, begin + 4}, Role::Modifier)) return;
  s.leaf(Kind::Modifier, Role::Modifier, raw, words);
}

// `insert e;`, `upsert as user e Key__c;`
void shape_dml(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Unary, role, raw);
  s.out().set_text(id, to_lower(s.text(s.child_of_type(raw, "dml_type"))));
  s.visit(s.field(raw, "target"), Role::Operand);
  if (RawIndex mode = s.child_of_type(raw, "dml_security_mode"); mode != kNoRaw) s.leaf(Kind::Modifier, Role::Modifier, mode);
  s.visit(s.field(raw, "upsert_key"), Role::Type);
  s.visit(s.field(raw, "merge_with"), Role::Value);
  s.close();
}

// `trigger T on Account (before insert, after update) { }`
void shape_trigger(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, "trigger");
  s.visit(s.field(raw, "name"), Role::Name);
  s.visit(s.field(raw, "object"), Role::Parent);
  for (RawIndex child : s.named_children(raw))
    if (s.is(child, "trigger_event")) shape_modifier(s, child, Role::Modifier);
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

// The word of a class is known in any case.
void shape_class(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, s.is(raw, "class_declaration") ? "class" : s.is(raw, "enum_declaration") ? "enum" : "interface");
  s.visit_children(raw);
  s.close();
}

// `get { }` of a property
void shape_accessor(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Function, role, raw);
  s.visit(s.child_of_type(raw, "modifiers"), Role::Modifier);
  s.leaf(Kind::Name, Role::Name, s.field(raw, "accessor"));
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

// `when A, B { }`, `when else { }`
void shape_case(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Case, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "block") && !s.is_stand_in(child)) s.visit_children(child);
    else s.visit(child, s.is(child, "switch_label") ? Role::Label : Role::Element);
  }
  s.close();
}

void shape_label(Shaper& s, RawIndex raw, Role) { s.visit_children(raw, Role::Label); }

// `new Map<K, V>{ a => b }`
void shape_pair(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Pair, Role::Key, Role::Value); }

// `System.runAs(user) { }`
void shape_run_as(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Using, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.has_field(child, "user") ? Role::Element : Role::Body);
  s.close();
}

// A clause of a query: a Pair of what it is and its parts, in the text the grammar's word for it.
void shape_clause(Shaper& s, RawIndex raw, Role) {
  NodeId id = s.open(Kind::Pair, Role::Element, raw);
  s.out().set_text(id, s.type(raw));
  for (RawIndex child : s.named_children(raw)) s.visit(child, Role::Value);
  s.close();
}

// `a = :b`, `a IN (1, 2)`, `a AND b`
void shape_comparison(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Binary, role, raw);
  Role next = Role::Left;
  for (RawIndex child : s.named_children(raw)) {
    bool is_operator = s.is(child, "value_comparison_operator") || s.is(child, "set_comparison_operator");
    if (is_operator) s.out().set_text(id, to_lower(s.text(child)));
    else s.visit(child, next);
    if (is_operator) next = Role::Right;
  }
  if (!s.is(raw, "comparison_expression")) s.out().set_text(id, s.is(raw, "and_expression") ? "and" : s.is(raw, "or_expression") ? "or" : "not");
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names and types
    {.type = "identifier", .kind = Kind::Name, .shape = shape_name},
    {.type = "type_identifier", .kind = Kind::Name, .shape = shape_name},
    {.type = "void_type", .kind = Kind::Name, .shape = shape_name},
    {.type = "boolean_type", .kind = Kind::Name, .shape = shape_name},
    {.type = "this", .kind = Kind::Name, .shape = shape_name},
    {.type = "super", .kind = Kind::Name, .shape = shape_name},
    {.type = "scoped_identifier", .kind = Kind::Member, .fields = {{{"scope", Role::Object}, {"name", Role::Name}}}},
    {.type = "scoped_type_identifier", .kind = Kind::Member, .shape = shape_java_scoped_type},
    {.type = "generic_type", .kind = Kind::Type},
    {.type = "array_type", .kind = Kind::Type},
    {.type = "annotated_type", .kind = Kind::Type},
    {.type = "java_type", .make = Make::Splice},
    {.type = "type_arguments", .kind = Kind::Type},
    {.type = "type_parameters", .make = Make::Splice},
    {.type = "type_parameter", .kind = Kind::TypeParameter},
    {.type = "type_bound", .kind = Kind::Type},
    {.type = "dimensions", .kind = Kind::Type},
    // Literals
    {.type = "string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "multi_line_string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "int", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "decimal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "decimal_floating_point_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "currency_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "boolean", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_literal", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "class_literal", .kind = Kind::Member, .rest = Role::Object},
    // Expressions
    {.type = "method_invocation", .kind = Kind::Call, .shape = shape_method_call},
    {.type = "explicit_constructor_invocation", .kind = Kind::Call, .fields = {{{"constructor", Role::Callee}}}},
    {.type = "argument_list", .kind = Kind::Arguments},
    {.type = "field_access", .kind = Kind::Member},
    {.type = "java_field_access", .make = Make::Splice},
    {.type = "safe_navigation_operator", .make = Make::Drop},
    {.type = "array_access", .kind = Kind::Index, .fields = {{{"array", Role::Object}, {"index", Role::Element}}}},
    {.type = "object_creation_expression", .kind = Kind::New, .shape = shape_java_new},
    {.type = "array_creation_expression", .kind = Kind::New},
    {.type = "map_creation_expression", .kind = Kind::New},
    {.type = "map_initializer", .kind = Kind::Map},
    {.type = "map_key_initializer", .kind = Kind::Pair, .shape = shape_pair},
    {.type = "array_initializer", .kind = Kind::Array},
    {.type = "dimensions_expr", .kind = Kind::Index},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "assignment_operator", .make = Make::Drop},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "instanceof_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "unary_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "update_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "update_operator", .make = Make::Drop},
    {.type = "ternary_expression", .kind = Kind::Conditional},
    {.type = "cast_expression", .kind = Kind::Cast},
    {.type = "dml_expression", .kind = Kind::Unary, .shape = shape_dml},
    {.type = "version_expression", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "switch_expression", .kind = Kind::Switch, .fields = {{{"condition", Role::Value}, {"body", Role::Element}}}},
    {.type = "switch_block", .make = Make::Splice},
    {.type = "switch_rule", .kind = Kind::Case, .shape = shape_case},
    {.type = "switch_label", .kind = Kind::Other, .shape = shape_label},
    {.type = "when_sobject_type", .kind = Kind::VarDef, .rest = Role::Name},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "constructor_body", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value},
    {.type = "local_variable_declaration", .kind = Kind::VarDef, .shape = shape_java_variables},
    {.type = "if_statement", .kind = Kind::If},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For, .fields = {{{"init", Role::Init}}}},
    {.type = "enhanced_for_statement", .kind = Kind::ForEach, .fields = {{{"name", Role::Target}}}, .rest = Role::Modifier},
    {.type = "try_statement", .kind = Kind::Try, .shape = shape_java_try},
    {.type = "catch_clause", .kind = Kind::Catch, .shape = shape_java_catch},
    {.type = "finally_clause", .kind = Kind::Finally, .rest = Role::Body},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "throw_statement", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "break_statement", .kind = Kind::Break, .rest = Role::Label},
    {.type = "continue_statement", .kind = Kind::Continue, .rest = Role::Label},
    {.type = "run_as_statement", .kind = Kind::Using, .shape = shape_run_as},
    // Definitions
    {.type = "class_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "interface_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "enum_declaration", .kind = Kind::Class, .shape = shape_class},
    {.type = "trigger_declaration", .kind = Kind::Class, .shape = shape_trigger},
    {.type = "trigger_body", .make = Make::Splice, .rest = Role::Body},
    {.type = "superclass", .make = Make::Splice, .rest = Role::Parent},
    {.type = "interfaces", .make = Make::Splice},
    {.type = "extends_interfaces", .make = Make::Splice},
    {.type = "type_list", .kind = Kind::Type, .shape = shape_java_type_list},
    {.type = "class_body", .kind = Kind::Block},
    {.type = "interface_body", .kind = Kind::Block},
    {.type = "enum_body", .kind = Kind::Block},
    {.type = "enum_constant", .kind = Kind::VarDef},
    {.type = "method_declaration", .kind = Kind::Function, .fields = {{{"type", Role::ReturnType}}}, .rest = Role::Modifier},
    {.type = "constructor_declaration", .kind = Kind::Function, .rest = Role::Modifier},
    {.type = "static_initializer", .kind = Kind::Function, .rest = Role::Body},
    {.type = "formal_parameters", .kind = Kind::Parameters},
    {.type = "formal_parameter", .kind = Kind::Parameter, .rest = Role::Modifier},
    {.type = "variable_declarator", .kind = Kind::VarDef},
    {.type = "field_declaration", .kind = Kind::VarDef, .shape = shape_java_variables},
    {.type = "constant_declaration", .kind = Kind::VarDef, .shape = shape_java_variables},
    {.type = "accessor_list", .kind = Kind::Block},
    {.type = "accessor_declaration", .kind = Kind::Function, .shape = shape_accessor},
    {.type = "modifiers", .kind = Kind::Modifier, .shape = shape_modifiers},
    {.type = "modifier", .kind = Kind::Modifier, .shape = shape_modifier},
    {.type = "annotation", .kind = Kind::Attribute},
    {.type = "annotation_argument_list", .kind = Kind::Arguments, .fields = {{{"value", Role::Element}}}},
    {.type = "annotation_key_value", .kind = Kind::KeywordArgument, .fields = {{{"key", Role::Name}}}},
    {.type = "element_value_array_initializer", .kind = Kind::Array},
    // Queries
    {.type = "query_expression", .make = Make::Splice},
    {.type = "soql_query_body", .kind = Kind::Map},
    {.type = "sosl_query_body", .kind = Kind::Map},
    {.type = "subquery", .make = Make::Splice},
    {.type = "select_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "from_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "where_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "with_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "using_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "group_by_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "having_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "order_by_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "limit_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "offset_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "update_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "for_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "find_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "in_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "returning_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "sosl_using_clause", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "sobject_return", .kind = Kind::Pair, .shape = shape_clause},
    {.type = "all_rows_clause", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "and_expression", .kind = Kind::Binary, .shape = shape_comparison},
    {.type = "or_expression", .kind = Kind::Binary, .shape = shape_comparison},
    {.type = "not_expression", .kind = Kind::Binary, .shape = shape_comparison},
    {.type = "comparison_expression", .kind = Kind::Binary, .shape = shape_comparison},
    {.type = "comparable_list", .kind = Kind::Array},
    {.type = "bound_apex_expression", .kind = Kind::Interpolation, .rest = Role::Value},
    {.type = "field_identifier", .make = Make::Splice},
    {.type = "storage_identifier", .make = Make::Splice},
    {.type = "storage_alias", .kind = Kind::Pair},
    {.type = "alias_expression", .kind = Kind::Pair},
    {.type = "order_expression", .kind = Kind::Pair},
    {.type = "dotted_identifier", .kind = Kind::Member, .shape = shape_dotted},
    {.type = "field_list", .kind = Kind::Array},
    {.type = "selected_fields", .kind = Kind::Array},
    {.type = "function_expression", .kind = Kind::Call, .fields = {{{"function_name", Role::Callee}}}},
    {.type = "count_expression", .kind = Kind::Call, .fields = {{{"function_name", Role::Callee}}}},
    {.type = "geo_location_type", .kind = Kind::Call, .fields = {{{"function_name", Role::Callee}}}},
    {.type = "fields_expression", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "with_type", .make = Make::Splice},
    {.type = "with_user_id_type", .make = Make::Splice},
    {.type = "using_scope_clause", .make = Make::Splice},
    {.type = "using_scope_type", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "date", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "date_time", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "date_literal", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "date_literal_with_param", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "order_direction", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "order_null_direction", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "for_type", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "in_type", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "update_type", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "term", .kind = Kind::Text, .make = Make::Leaf},
    {.type = "term_separator_start", .make = Make::Drop},
    {.type = "term_separator_end", .make = Make::Drop},
    {.type = "line_comment", .make = Make::Comment},
    {.type = "block_comment", .make = Make::Comment},
};

constexpr PatternWrapper kWrappers[] = {
    {"", ""},
    {"", ";"},
    {"class SlW { ", " }"},
    {"void slf() { try {} ", " }"},
    {"", " class SlW {}"},
    {"class SlW { ", " void slf(){} }"},
    {"", " {}"},
    {"class SlW { ", " {} }"},
};
// The statement's is a declaration: classes hold those too.
constexpr std::string_view kEllipsis[] = {"@", "int @;", "int @", "@;", "@;;", "@ => 1", "@ = 1"};
constexpr std::string_view kMetavariable[] = {"@", "@ @", "@;", "with"};

}  // namespace

const LanguageDefinition& apex_definition() {
  static constexpr LanguageDefinition kApex{
      .language = Language::Apex,
      .grammar = tree_sitter_apex,
      .shapes = kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .parameter = "int @", .metavariable = kMetavariable, .dollar_in_names = true,
                  .typed_hole = TypedHoleForm::TypeFirst},
      .execution = {.self_names = "this super", .has_implicit_fields = true, .break_leaves_switch = true},
      .is_full = true,
  };
  return kApex;
}

}  // namespace sluice
