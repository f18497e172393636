// Java 24, grammar tree-sitter-java.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/java_family.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_java();

namespace sluice {
namespace {

// `import a.b.C;`, `import static a.b.C.d;`, `import a.b.*;`
void shape_import(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  for (RawIndex child : s.named_children(raw)) s.visit(child, s.is(child, "asterisk") ? Role::Element : Role::Module);
  s.close();
}

// `x -> e`: parameters are a name, names or typed parameters.
void shape_lambda(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Lambda, role, raw);
  RawIndex parameters = s.field(raw, "parameters");
  if (s.is(parameters, "identifier")) {
    s.open(Kind::Parameters, Role::Parameters, parameters);
    s.open(Kind::Parameter, Role::Element, parameters);
    s.visit(parameters, Role::Name);
    s.close();
    s.close();
  } else {
    s.visit(parameters, Role::Parameters);
  }
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

// --- patterns ---

// Where the brace that the place lies in is opened; npos: in none.
std::size_t opening_brace(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at > 0) {
    char c = text[--at];
    if (c == '}') ++depth;
    if (c == '{' && depth-- == 0) return at;
  }
  return std::string_view::npos;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
    if (begins && at + word.size() < text.size() && (text[at + word.size()] == ' ' || text[at + word.size()] == '\n')) return true;
  }
  return false;
}

// What `{` opens: the text between it and what came before.
bool opens_class_body(std::string_view text, std::size_t brace) {
  std::size_t begin = brace == 0 ? std::string_view::npos : text.find_last_of(";{}", brace - 1);
  std::string_view head = text.substr(begin == std::string_view::npos ? 0 : begin + 1, brace - (begin == std::string_view::npos ? 0 : begin + 1));
  bool is_anonymous = trim(head).ends_with(')') && has_word(head.substr(0, head.rfind('(')), "new");
  return has_word(head, "class") || has_word(head, "interface") || has_word(head, "record") || is_anonymous;
}

// `case 1, 2`: labels, one by one; `default` has none.
void shape_java_label(Shaper& s, RawIndex raw, Role) {
  for (RawIndex label : s.named_children(raw)) s.visit(label, Role::Label);
}

// `T x = ...;` holds a value; a `...` on its own in a class body is a member.
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t before = begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", begin - 1);
  if (before == std::string_view::npos) return {};
  if (text[before] == '=') return "@";
  // Without the semicolon two labels are one group.
  if (is_at_arm(text, begin, {"switch"}) && text.substr(begin).find("->") == std::string_view::npos) return "case @:;";
  std::size_t after = text.find_first_not_of(" \t\r\n", end);
  bool stands_alone = std::string_view(";{}").find(text[before]) != std::string_view::npos &&
                      (after == std::string_view::npos || std::string_view(",;:.)]=").find(text[after]) == std::string_view::npos);
  std::size_t brace = opening_brace(text, begin);
  bool is_member = stands_alone && brace != std::string_view::npos && opens_class_body(text, brace);
  return is_member ? std::string_view("int @;") : std::string_view();
}

constexpr NodeShape kShapes[] = {
    // Names and types
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "type_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "integral_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "floating_point_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "boolean_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "void_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "this", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "super", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "asterisk", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "underscore_pattern", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "scoped_identifier", .kind = Kind::Member, .fields = {{{"scope", Role::Object}, {"name", Role::Name}}}},
    {.type = "scoped_type_identifier", .kind = Kind::Member, .shape = shape_java_scoped_type},
    {.type = "generic_type", .kind = Kind::Type},
    {.type = "array_type", .kind = Kind::Type},
    {.type = "annotated_type", .kind = Kind::Type},
    {.type = "catch_type", .kind = Kind::Type},
    {.type = "type_arguments", .kind = Kind::Type},
    {.type = "wildcard", .kind = Kind::Type},
    {.type = "dimensions", .kind = Kind::Type},
    {.type = "type_parameters", .make = Make::Splice},
    {.type = "type_parameter", .kind = Kind::TypeParameter},
    {.type = "type_bound", .kind = Kind::Type},
    // Literals
    {.type = "string_literal", .kind = Kind::String, .shape = shape_string},
    {.type = "character_literal", .kind = Kind::Character, .make = Make::Leaf},
    {.type = "decimal_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "hex_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "octal_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "binary_integer_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "decimal_floating_point_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "hex_floating_point_literal", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null_literal", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "class_literal", .kind = Kind::Member, .rest = Role::Object, .text = TextFrom::Operator},
    // Expressions
    {.type = "method_invocation", .shape = shape_method_call},
    {.type = "explicit_constructor_invocation", .kind = Kind::Call, .fields = {{{"constructor", Role::Callee}}}},
    {.type = "argument_list", .kind = Kind::Arguments},
    {.type = "annotation_argument_list", .kind = Kind::Arguments},
    {.type = "element_value_pair", .kind = Kind::KeywordArgument, .fields = {{{"key", Role::Name}}}},
    {.type = "element_value_array_initializer", .kind = Kind::Array},
    {.type = "field_access", .kind = Kind::Member},
    {.type = "array_access", .kind = Kind::Index, .fields = {{{"array", Role::Object}, {"index", Role::Element}}}},
    {.type = "object_creation_expression", .shape = shape_java_new},
    {.type = "array_creation_expression", .kind = Kind::New},
    {.type = "array_initializer", .kind = Kind::Array},
    {.type = "dimensions_expr", .kind = Kind::Index},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "instanceof_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "unary_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "update_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "ternary_expression", .kind = Kind::Conditional},
    {.type = "cast_expression", .kind = Kind::Cast},
    {.type = "lambda_expression", .shape = shape_lambda},
    {.type = "inferred_parameters", .shape = shape_parameters},
    {.type = "method_reference", .kind = Kind::Member, .rest = Role::Object, .text = TextFrom::Operator},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "condition", .make = Make::Splice},
    {.type = "switch_expression", .kind = Kind::Switch, .fields = {{{"condition", Role::Value}, {"body", Role::Element}}}},
    {.type = "switch_block", .make = Make::Splice},
    {.type = "switch_block_statement_group", .kind = Kind::Case},
    {.type = "switch_rule", .kind = Kind::Case},
    {.type = "switch_label", .shape = shape_java_label},
    {.type = "template_expression", .kind = Kind::Template},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "constructor_body", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value},
    {.type = "local_variable_declaration", .shape = shape_java_variables},
    {.type = "if_statement", .kind = Kind::If},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For, .fields = {{{"init", Role::Init}}}},
    {.type = "enhanced_for_statement", .kind = Kind::ForEach, .fields = {{{"name", Role::Target}}}, .rest = Role::Modifier},
    {.type = "try_statement", .shape = shape_java_try},
    {.type = "try_with_resources_statement", .shape = shape_java_try},
    {.type = "catch_clause", .shape = shape_java_catch},
    {.type = "finally_clause", .kind = Kind::Finally, .rest = Role::Body},
    {.type = "resource", .kind = Kind::VarDef, .rest = Role::Modifier},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "throw_statement", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "yield_statement", .kind = Kind::Yield, .rest = Role::Value},
    {.type = "break_statement", .kind = Kind::Break, .rest = Role::Label},
    {.type = "continue_statement", .kind = Kind::Continue, .rest = Role::Label},
    {.type = "labeled_statement", .kind = Kind::Labeled},
    {.type = "synchronized_statement", .kind = Kind::Using},
    // Definitions
    {.type = "package_declaration", .kind = Kind::Package, .rest = Role::Name},
    {.type = "import_declaration", .shape = shape_import},
    {.type = "class_declaration", .kind = Kind::Class, .text = TextFrom::FirstToken},
    {.type = "interface_declaration", .kind = Kind::Class, .text = TextFrom::FirstToken},
    {.type = "enum_declaration", .kind = Kind::Class, .text = TextFrom::FirstToken},
    {.type = "record_declaration", .kind = Kind::Class, .text = TextFrom::FirstToken},
    {.type = "annotation_type_declaration", .kind = Kind::Class, .text = TextFrom::FirstToken},
    {.type = "superclass", .make = Make::Splice, .rest = Role::Parent},
    {.type = "super_interfaces", .make = Make::Splice},
    {.type = "extends_interfaces", .shape = shape_java_type_list},
    {.type = "permits", .make = Make::Splice},
    {.type = "type_list", .shape = shape_java_type_list},
    {.type = "class_body", .kind = Kind::Block},
    {.type = "interface_body", .kind = Kind::Block},
    {.type = "enum_body", .kind = Kind::Block},
    {.type = "annotation_type_body", .kind = Kind::Block},
    {.type = "enum_body_declarations", .make = Make::Splice},
    {.type = "enum_constant", .kind = Kind::VarDef},
    {.type = "method_declaration", .kind = Kind::Function, .fields = {{{"type", Role::ReturnType}}}, .rest = Role::Modifier},
    {.type = "constructor_declaration", .kind = Kind::Function, .rest = Role::Modifier},
    {.type = "compact_constructor_declaration", .kind = Kind::Function, .rest = Role::Modifier},
    {.type = "annotation_type_element_declaration", .kind = Kind::Function, .fields = {{{"type", Role::ReturnType}}}, .rest = Role::Modifier},
    {.type = "static_initializer", .kind = Kind::Function, .rest = Role::Body},
    {.type = "throws", .make = Make::Splice},
    {.type = "formal_parameters", .kind = Kind::Parameters},
    {.type = "formal_parameter", .kind = Kind::Parameter, .rest = Role::Modifier},
    {.type = "spread_parameter", .kind = Kind::Parameter},
    {.type = "receiver_parameter", .kind = Kind::Parameter},
    {.type = "variable_declarator", .kind = Kind::VarDef},
    {.type = "field_declaration", .shape = shape_java_variables},
    {.type = "constant_declaration", .shape = shape_java_variables},
    {.type = "modifiers", .shape = shape_modifiers},
    {.type = "annotation", .kind = Kind::Attribute},
    {.type = "marker_annotation", .kind = Kind::Attribute},
    {.type = "line_comment", .make = Make::Comment},
    {.type = "block_comment", .make = Make::Comment},
};

constexpr FieldRole kFields[] = {{"interfaces", Role::Parent}, {"permits", Role::Parent}};
constexpr std::string_view kInterpolations[] = {"string_interpolation"};
constexpr PatternWrapper kWrappers[] = {
    {"", ""}, {"", ";"}, {"class SlW { void slf() { try {} ", " } }"}, {"class SlW { ", " }"}, {"class SlW { void slf() { ", " } }"}, {"class SlW { void slf() { ", "; } }"},
    {"class SlW { Object slf = ", "; }"}, {"", " class SlW {}"},
    {"class SlW { ", " void slf(){} }"}, {"", " {}"}, {"class SlW { ", " {} }"}, {"class SlW { SlW() { ", " } }"}};
constexpr std::string_view kEllipsis[] = {"@", "@;", "int @", "int @;", "@ @", "@ = 1", "@;;"};
constexpr std::string_view kMetavariable[] = {"@", "@ @", "@;"};

}  // namespace

const LanguageDefinition& java_definition() {
  static constexpr LanguageDefinition kJava{
      .language = Language::Java,
      .grammar = tree_sitter_java,
      .shapes = kShapes,
      .fields = kFields,
      .interpolations = kInterpolations,
      .imports = ImportStyle::LastName,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .parameter = "int @", .metavariable = kMetavariable, .dollar_in_names = true,
                  .typed_hole = TypedHoleForm::TypeFirst},
      .execution = {.self_names = "this super", .exit_method = "close", .has_implicit_fields = true,
                    .falls_through = true, .break_leaves_switch = true, .yield_is_value_of_switch = true},
      .is_full = true,
  };
  return kJava;
}

}  // namespace sluice
