#include "analyzers/languages/js_family.h"

#include "analyzers/languages/js_definition.h"
#include "analyzers/languages/js_jsx.h"
#include "analyzers/languages/markup.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

namespace sluice {

const LanguageDefinition& tsx_definition();

namespace {

// --- expressions ---

// A template literal behind a function is its only argument: tag`a${b}`.
void shape_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.field(raw, "arguments");
  s.open(Kind::Call, role, raw);
  s.visit(s.field(raw, "function"), Role::Callee);
  if (s.is(arguments, "template_string")) {
    s.open(Kind::Arguments, Role::Arguments, arguments);
    s.visit(arguments, Role::Element);
    s.close();
  } else {
    s.visit(arguments, Role::Arguments);
  }
  s.close();
}

// A template is one also without code in it: `a` and "a" are different things to a pattern.
void shape_template(Shaper& s, RawIndex raw, Role role) {
  std::string_view content = string_content(s.text(raw));
  bool is_hole = s.is_pattern() && (is_metavariable(content) || content.starts_with("=~/"));
  if (is_hole) return s.string(raw, role);
  s.open(Kind::Template, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_code = s.is(child, "template_substitution");
    if (is_code) {
      s.open(Kind::Interpolation, Role::Element, child);
      s.visit_children(child, Role::Value);
      s.close();
    } else {
      s.leaf(s.is_pattern() && s.text(child) == "..." ? Kind::Ellipsis : Kind::StringText, Role::Element, child);
    }
  }
  s.close();
}

void shape_new(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::New, role, raw);
  s.visit(s.field(raw, "constructor"), Role::Type);
  s.visit(s.field(raw, "arguments"), Role::Arguments);
  s.close();
}

// Regex(StringText): `/$X/` binds what stands between the slashes.
void shape_regex(Shaper& s, RawIndex raw, Role role) {
  RawIndex content = s.field(raw, "pattern");
  NodeId id = s.open(Kind::Regex, role, raw);
  if (!s.is_stand_in(content)) s.out().set_text(id, s.text(raw));
  s.visit(content, Role::Value);
  s.close();
}

// `{a}` is `{a: a}`.
void shape_shorthand(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Pair, role, raw);
  s.leaf(Kind::Name, Role::Key, raw);
  s.leaf(Kind::Name, Role::Value, raw);
  s.close();
}

// `{a = 1}` in a destructuring pattern is `{a: a = 1}`.
void shape_shorthand_default(Shaper& s, RawIndex raw, Role role) {
  RawIndex left = s.field(raw, "left");
  s.open(Kind::Pair, role, raw);
  if (s.is_stand_in(left)) s.visit(left, Role::Key);
  else s.leaf(Kind::Name, Role::Key, left);
  NodeId id = s.open(Kind::Assign, Role::Value, raw);
  s.out().set_text(id, "=");
  if (s.is(left, "shorthand_property_identifier_pattern") && !s.is_stand_in(left)) s.leaf(Kind::Name, Role::Target, left);
  else s.visit(left, Role::Target);
  s.visit(s.field(raw, "right"), Role::Value);
  s.close();
  s.close();
}

// `e as T`, `e satisfies T`; `e as const` has no type.
void shape_as(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  if (parts.size() < 2) return s.visit_children(raw, role);
  s.open(Kind::Cast, role, raw);
  s.visit(parts[1], Role::Type);
  s.visit(parts[0], Role::Value);
  s.close();
}

// `<T>e`
void shape_type_assertion(Shaper& s, RawIndex raw, Role role) {
  RawIndex type = s.first_named(raw);
  s.open(Kind::Cast, role, raw);
  if (s.is(type, "type_arguments")) s.visit(s.first_named(type), Role::Type);
  s.visit(s.last_named(raw), Role::Value);
  s.close();
}

// `f<T>(x)` is a call with type arguments; JavaScript's grammar reads two comparisons, which
// nobody writes.
void shape_binary(Shaper& s, RawIndex raw, Role role) {
  RawIndex left = s.field(raw, "left"), right = s.field(raw, "right"), op = s.field(raw, "operator");
  bool closes = op != kNoRaw && s.text(op) == ">" && s.is(left, "binary_expression") && s.is(right, "parenthesized_expression");
  RawIndex inner = closes ? s.field(left, "operator") : kNoRaw;
  bool is_call = inner != kNoRaw && s.text(inner) == "<" && s.raw(s.field(left, "left")).end == s.raw(inner).begin &&
                 s.raw(op).end == s.raw(right).begin;
  if (!is_call) return s.visit_by_table(raw, role);
  s.open(Kind::Call, role, raw);
  s.visit(s.field(left, "left"), Role::Callee);
  s.visit(s.field(left, "right"), Role::TypeParameter);
  s.open(Kind::Arguments, Role::Arguments, right);
  RawIndex only = s.first_named(right);
  if (s.is(only, "sequence_expression")) s.visit_children(only);
  else s.visit(only, Role::Element);
  s.close();
  s.close();
}

// --- statements ---

// TypeScript reads `namespace N { }` as an expression.
void shape_expression_statement(Shaper& s, RawIndex raw, Role role) {
  RawIndex value = s.first_named(raw);
  if (s.is(value, "internal_module")) return s.visit(value, role);
  s.visit_by_table(raw, role);
}

// In a pattern `key: value` is a field of an object: nobody looks for labels before expressions.
void shape_labeled(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "body");
  if (!s.is_pattern() || !s.is(body, "expression_statement")) return s.visit_by_table(raw, role);
  s.open(Kind::Pair, role, raw);
  s.visit(s.field(raw, "label"), Role::Key);
  s.visit(s.first_named(body), Role::Value);
  s.close();
}

void shape_debugger(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ExprStmt, role, raw);
  s.leaf(Kind::Token, Role::Value, raw, "debugger");
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names and literals
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "property_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "private_property_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "statement_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "shorthand_property_identifier", .shape = shape_shorthand},
    {.type = "shorthand_property_identifier_pattern", .shape = shape_shorthand},
    {.type = "type_identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "predefined_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "this_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "this", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "super", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "import", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "undefined", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "meta_property", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "string", .kind = Kind::String, .shape = shape_string},
    {.type = "template_string", .kind = Kind::Template, .shape = shape_template},
    {.type = "template_literal_type", .kind = Kind::String, .shape = shape_string},
    {.type = "number", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "regex", .kind = Kind::Regex, .shape = shape_regex},
    {.type = "regex_pattern", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "regex_flags", .make = Make::Drop},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null", .kind = Kind::Null, .make = Make::Leaf},
    // Expressions
    {.type = "call_expression", .kind = Kind::Call, .shape = shape_call},
    {.type = "arguments", .kind = Kind::Arguments},
    {.type = "new_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "member_expression", .kind = Kind::Member},
    {.type = "nested_identifier", .kind = Kind::Member},
    {.type = "optional_chain", .make = Make::Drop},
    {.type = "subscript_expression", .kind = Kind::Index, .fields = {{{"index", Role::Element}}}},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "augmented_assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "assignment_pattern", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator, .shape = shape_binary},
    {.type = "unary_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "update_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "ternary_expression", .kind = Kind::Conditional},
    {.type = "sequence_expression", .kind = Kind::Tuple},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "non_null_expression", .make = Make::Splice},
    {.type = "instantiation_expression", .kind = Kind::Type},
    {.type = "await_expression", .kind = Kind::Await, .rest = Role::Value},
    {.type = "yield_expression", .kind = Kind::Yield, .rest = Role::Value},
    {.type = "as_expression", .kind = Kind::Cast, .shape = shape_as},
    {.type = "satisfies_expression", .kind = Kind::Cast, .shape = shape_as},
    {.type = "type_assertion", .kind = Kind::Cast, .shape = shape_type_assertion},
    {.type = "spread_element", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "rest_pattern", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "array", .kind = Kind::Array},
    {.type = "array_pattern", .kind = Kind::Array},
    {.type = "object", .kind = Kind::Map},
    {.type = "object_pattern", .kind = Kind::Map},
    {.type = "pair", .kind = Kind::Pair},
    {.type = "pair_pattern", .kind = Kind::Pair},
    {.type = "object_assignment_pattern", .kind = Kind::Pair, .shape = shape_shorthand_default},
    {.type = "computed_property_name", .kind = Kind::Other},
    // Statements
    {.type = "statement_block", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value, .shape = shape_expression_statement},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "debugger_statement", .kind = Kind::ExprStmt, .shape = shape_debugger},
    {.type = "if_statement", .kind = Kind::If},
    {.type = "else_clause", .make = Make::Splice},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For},
    {.type = "for_in_statement", .kind = Kind::ForEach, .fields = {{{"left", Role::Name}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "switch_statement", .kind = Kind::Switch, .fields = {{{"body", Role::Element}}}},
    {.type = "switch_body", .make = Make::Splice},
    {.type = "switch_case", .kind = Kind::Case, .fields = {{{"value", Role::Label}, {"body", Role::Element}}}},
    {.type = "switch_default", .kind = Kind::Case, .fields = {{{"body", Role::Element}}}},
    {.type = "try_statement", .kind = Kind::Try, .fields = {{{"handler", Role::Catch}, {"finalizer", Role::Finally}}}},
    {.type = "catch_clause", .kind = Kind::Catch, .fields = {{{"parameter", Role::Name}}}},
    {.type = "finally_clause", .kind = Kind::Finally},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "throw_statement", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "break_statement", .kind = Kind::Break},
    {.type = "continue_statement", .kind = Kind::Continue},
    {.type = "labeled_statement", .kind = Kind::Labeled, .shape = shape_labeled},
    {.type = "with_statement", .kind = Kind::Using, .fields = {{{"object", Role::Element}}}},
    // Definitions
    {.type = "lexical_declaration", .kind = Kind::VarDef, .shape = js::shape_definition},
    {.type = "variable_declaration", .kind = Kind::VarDef, .shape = js::shape_definition},
    {.type = "using_declaration", .kind = Kind::VarDef, .shape = js::shape_definition},
    {.type = "variable_declarator", .kind = Kind::VarDef},
    {.type = "function_declaration", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "generator_function_declaration", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "function_expression", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "generator_function", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "function_signature", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "method_definition", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "method_signature", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "abstract_method_signature", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "call_signature", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "construct_signature", .kind = Kind::Function, .fields = {{{"type", Role::ReturnType}}}, .shape = js::shape_definition},
    {.type = "class_static_block", .kind = Kind::Function, .shape = js::shape_definition},
    {.type = "arrow_function", .kind = Kind::Lambda, .shape = js::shape_arrow},
    {.type = "formal_parameters", .kind = Kind::Parameters, .shape = js::shape_formal_parameters},
    {.type = "required_parameter", .kind = Kind::Parameter, .fields = {{{"pattern", Role::Name}}}, .shape = js::shape_parameter},
    {.type = "optional_parameter", .kind = Kind::Parameter, .fields = {{{"pattern", Role::Name}}}, .shape = js::shape_parameter},
    {.type = "class", .kind = Kind::Class, .shape = js::shape_definition},
    {.type = "class_declaration", .kind = Kind::Class, .shape = js::shape_definition},
    {.type = "abstract_class_declaration", .kind = Kind::Class, .shape = js::shape_definition},
    {.type = "interface_declaration", .kind = Kind::Class, .shape = js::shape_definition},
    {.type = "enum_declaration", .kind = Kind::Class, .shape = js::shape_definition},
    {.type = "type_alias_declaration", .kind = Kind::Type, .shape = js::shape_definition},
    {.type = "internal_module", .kind = Kind::Package, .shape = js::shape_definition},
    {.type = "module", .kind = Kind::Package, .shape = js::shape_definition},
    {.type = "ambient_declaration", .shape = js::shape_ambient},
    {.type = "class_heritage", .shape = js::shape_parents},
    {.type = "extends_clause", .shape = js::shape_extends},
    {.type = "implements_clause", .shape = js::shape_parents},
    {.type = "extends_type_clause", .shape = js::shape_parents},
    {.type = "class_body", .kind = Kind::Block, .shape = js::shape_class_body},
    {.type = "interface_body", .kind = Kind::Block},
    {.type = "enum_body", .kind = Kind::Block, .shape = js::shape_enum_body},
    {.type = "enum_assignment", .kind = Kind::VarDef},
    {.type = "field_definition", .kind = Kind::VarDef, .shape = js::shape_definition},
    {.type = "public_field_definition", .kind = Kind::VarDef, .shape = js::shape_definition},
    {.type = "property_signature", .kind = Kind::VarDef, .shape = js::shape_definition},
    {.type = "index_signature", .kind = Kind::Type},
    {.type = "accessibility_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "override_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "decorator", .kind = Kind::Attribute, .shape = js::shape_decorator},
    {.type = "import_statement", .kind = Kind::Import, .shape = js::shape_import},
    {.type = "import_alias", .kind = Kind::Import, .shape = js::shape_import_alias},
    {.type = "import_attribute", .make = Make::Splice},
    {.type = "named_imports", .make = Make::Splice},
    {.type = "namespace_import", .kind = Kind::ImportedName, .shape = js::shape_namespace},
    {.type = "import_specifier", .kind = Kind::ImportedName, .shape = js::shape_specifier},
    {.type = "export_statement", .kind = Kind::Other, .fields = {{{"source", Role::Module}}}, .shape = js::shape_export},
    {.type = "export_clause", .make = Make::Splice},
    {.type = "export_specifier", .kind = Kind::ImportedName, .shape = js::shape_specifier},
    {.type = "namespace_export", .kind = Kind::ImportedName, .shape = js::shape_namespace},
    // Types
    {.type = "type_annotation", .make = Make::Splice},
    {.type = "type_predicate_annotation", .make = Make::Splice},
    {.type = "asserts_annotation", .make = Make::Splice},
    {.type = "omitting_type_annotation", .make = Make::Splice},
    {.type = "opting_type_annotation", .make = Make::Splice},
    {.type = "adding_type_annotation", .make = Make::Splice},
    {.type = "parenthesized_type", .make = Make::Splice},
    {.type = "literal_type", .make = Make::Splice},
    {.type = "type_parameters", .make = Make::Splice},
    {.type = "type_parameter", .kind = Kind::TypeParameter, .fields = {{{"constraint", Role::Type}}}},
    {.type = "constraint", .make = Make::Splice},
    {.type = "default_type", .make = Make::Splice},
    {.type = "type_arguments", .make = Make::Splice},
    {.type = "nested_type_identifier", .kind = Kind::Member, .fields = {{{"module", Role::Object}}}},
    {.type = "generic_type", .kind = Kind::Type},
    {.type = "object_type", .kind = Kind::Type},
    {.type = "array_type", .kind = Kind::Type},
    {.type = "tuple_type", .kind = Kind::Type},
    {.type = "optional_type", .kind = Kind::Type},
    {.type = "rest_type", .kind = Kind::Type},
    {.type = "readonly_type", .kind = Kind::Type},
    {.type = "union_type", .kind = Kind::Type},
    {.type = "intersection_type", .kind = Kind::Type},
    {.type = "conditional_type", .kind = Kind::Type},
    {.type = "function_type", .kind = Kind::Type},
    {.type = "constructor_type", .kind = Kind::Type},
    {.type = "infer_type", .kind = Kind::Type},
    {.type = "lookup_type", .kind = Kind::Type},
    {.type = "index_type_query", .kind = Kind::Type},
    {.type = "type_query", .kind = Kind::Type},
    {.type = "type_predicate", .kind = Kind::Type},
    {.type = "asserts", .kind = Kind::Type},
    {.type = "mapped_type_clause", .kind = Kind::Type},
    {.type = "existential_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "flow_maybe_type", .kind = Kind::Type},
    // JSX
    {.type = "jsx_element", .kind = Kind::Element, .shape = js::shape_element},
    {.type = "jsx_self_closing_element", .kind = Kind::Element, .shape = js::shape_element},
    {.type = "jsx_attribute", .kind = Kind::Pair, .shape = shape_markup_attribute},
    {.type = "jsx_namespace_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "jsx_expression", .shape = js::shape_jsx_expression},
    {.type = "jsx_text", .kind = Kind::Text, .shape = shape_markup_text},
    {.type = "html_character_reference", .kind = Kind::Text, .make = Make::Leaf},
    // Comments
    {.type = "comment", .make = Make::Comment},
    {.type = "html_comment", .make = Make::Comment},
    {.type = "hash_bang_line", .make = Make::Comment},
};

constexpr std::string_view kInterpolations[] = {"template_substitution", "template_type"};
constexpr PatternWrapper kWrappers[] = {
    {.before = "(", .after = ")", .only_braced = true},  // `{a: 1}` is an object, not a block
    {.before = "", .after = ""},
    {.before = "", .after = ";", .is_head = true},
    {.before = "", .after = " {}", .is_head = true},         // `if (x)`, `function f()`, `class A`
    {.before = "", .after = " catch {}", .is_head = true},   // `try { }`
    {.before = "try {} ", .after = ""},                      // `catch (e) { }`, `finally { }`
    {.before = "try {} ", .after = " {}", .is_head = true},  // `catch (e)`
    {.before = "class SlW { ", .after = " }"},               // members
    {.before = "class SlW { ", .after = " {} }", .is_head = true},
    {.before = "", .after = " class SlW {}"},                // a decorator
    {.before = "({ ", .after = " })"},                       // a field of an object
    {.before = "switch (slf) { ", .after = " }"},            // `case 1: ...`
    {.before = "<slf ", .after = " />"},                     // an attribute
};
// `...` on a line of its own is a statement also where the author left out semicolons.
constexpr std::string_view kEllipsis[] = {"@", "\n@\n", "@;;", "{@}", "@: @"};
constexpr std::string_view kMetavariable[] = {"@", "@: @"};

std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t) {
  return is_at_arm(text, begin, {"switch"}) ? std::string_view("case @:") : std::string_view();
}

}  // namespace

std::span<const NodeShape> js_family_shapes() { return kShapes; }
std::span<const std::string_view> js_family_interpolations() { return kInterpolations; }

PatternSyntax js_family_pattern() {
  return {.wrappers = kWrappers,
          .ellipsis = kEllipsis,
          .ellipsis_at = ellipsis_at,
          .metavariable = kMetavariable,
          .dollar_in_names = true,
          .quotes = "\"'`",
          .interpolation = "${",
          .spread_before_name = true,
          .typed_hole = TypedHoleForm::NameFirst,
          .wider = tsx_definition};
}

Execution js_family_execution() {
  return {.self_names = "this super", .constructor_names = "constructor", .constants = "__dirname __filename", .falls_through = true, .break_leaves_switch = true, .runs_decorators = true};
}

Equivalences js_family_equivalences() { return {.has_open_objects = true, .has_optional_key_quotes = true, .has_field_definitions = true, .has_definition_words = true}; }

}  // namespace sluice
