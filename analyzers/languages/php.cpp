// PHP 8.4 within HTML, grammar tree-sitter-php.
//
// What the language writes as statements of its own (`echo`, `print`, `include`,
// `exit`, `unset`, backticks) are calls here, so that one pattern form serves all:
// `echo $x;` is ExprStmt(Call(echo, Arguments(x))), and so is `<?= $x ?>`.
#include <string>

#include "analyzers/languages/definition.h"
#include "analyzers/languages/php_block.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

extern "C" const TSLanguage* tree_sitter_php();

namespace sluice {
namespace {

// The names of `A\B\c`, without the backslashes.
void collect_names(const Shaper& s, RawIndex raw, std::vector<RawIndex>& names) {
  bool is_path = s.is(raw, "namespace_name") || s.is(raw, "qualified_name") || s.is(raw, "relative_name");
  if (!is_path || s.is_stand_in(raw)) return names.push_back(raw);
  for (RawIndex child : s.named_children(raw)) collect_names(s, child, names);
}

void shape_path(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> names;
  collect_names(s, raw, names);
  write_path(s, names, role);
}

// `use A\{B, C as D};`: an Import each, with the whole name.
void shape_use(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> prefix, clauses;
  RawIndex group = s.field(raw, "body");
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "namespace_name")) collect_names(s, child, prefix);
    else if (child != group) clauses.push_back(child);
  }
  if (group != kNoRaw)
    for (RawIndex child : s.named_children(group)) clauses.push_back(child);
  for (RawIndex clause : clauses) {
    RawIndex alias = s.field(clause, "alias");
    std::vector<RawIndex> names = prefix;
    for (RawIndex child : s.named_children(clause))
      if (child != alias) collect_names(s, child, names);
    s.open(Kind::Import, role, clauses.size() == 1 || group != kNoRaw ? raw : clause);
    if (s.is_stand_in(clause)) s.visit(clause, Role::Module);
    else write_path(s, names, Role::Module);
    s.visit(alias, Role::Alias);
    s.close();
  }
}

// In the string of a pattern `$X` is a metavariable; elsewhere a stand-in has replaced it.
void shape_variable(Shaper& s, RawIndex raw, Role role) {
  std::string_view name = s.text(raw);
  bool is_superglobal = name.starts_with("$_") && name.size() > 2;
  if (s.is_pattern() && is_metavariable(name) && !is_superglobal) return s.leaf(Kind::Hole, role, raw, name);
  s.visit_by_table(raw, role);
}

// --- statements that are calls ---

void open_call(Shaper& s, RawIndex raw, Role role, RawIndex keyword, std::string_view name) {
  s.open(Kind::Call, role, raw);
  s.leaf(Kind::Name, Role::Callee, keyword, name);
  s.open(Kind::Arguments, Role::Arguments, ByteRange{s.raw(keyword).end, s.raw(raw).end});
}

void close_call(Shaper& s) {
  s.close();
  s.close();
}

// `echo 1, 2;`, `unset($a);`, `exit(1);`
void shape_call_statement(Shaper& s, RawIndex raw, Role role) {
  RawIndex keyword = raw + 1;
  s.open(Kind::ExprStmt, role, raw);
  open_call(s, raw, Role::Value, keyword, s.text(keyword) == "die" ? "exit" : s.text(keyword));
  s.visit_children(raw, Role::Element);
  close_call(s);
  s.close();
}

// `print $x`, `include $x`
void shape_call_expression(Shaper& s, RawIndex raw, Role role) {
  open_call(s, raw, role, raw + 1, s.text(raw + 1));
  s.visit_children(raw, Role::Element);
  close_call(s);
}

// `` `ls $x` `` runs a command, as shell_exec() does.
void shape_backticks(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Call, role, raw);
  s.leaf(Kind::Name, Role::Callee, raw, "shell_exec");
  s.open(Kind::Arguments, Role::Arguments, raw);
  // `...` in a pattern is any command, also one with code in it.
  if (s.is_pattern() && string_content(s.text(raw)) == "...") s.leaf(Kind::Ellipsis, Role::Element, raw);
  else s.string(raw, Role::Element);
  s.close();
  s.close();
}

// Function names have no case.
void shape_function_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex function = s.field(raw, "function");
  s.open(Kind::Call, role, raw);
  if (s.is(function, "name") && !s.is_stand_in(function)) {
    std::string name(s.text(function));
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    s.leaf(Kind::Name, Role::Callee, function, name == "die" ? "exit" : name);
  } else {
    s.visit(function, Role::Callee);
  }
  s.visit(s.field(raw, "arguments"), Role::Arguments);
  s.close();
}

// `<?= e ?>`: the tag stands before the statement and says `echo`.
void shape_expression_statement(Shaper& s, RawIndex raw, Role role) {
  std::string_view before = s.out().so_far().source_text().substr(0, s.raw(raw).begin);
  std::size_t end = before.find_last_not_of(" \t\r\n");
  bool is_echo = end != std::string_view::npos && before.substr(0, end + 1).ends_with("<?=");
  // `throw e;` is a statement in older PHP and in every other language.
  if (RawIndex only = s.first_named(raw); s.is(only, "throw_expression") && !s.is_stand_in(only)) {
    s.open(Kind::Throw, role, raw);
    s.visit_children(only, Role::Value);
    return s.close();
  }
  s.open(Kind::ExprStmt, role, raw);
  if (is_echo) {
    s.open(Kind::Call, Role::Value, raw);
    s.out().leaf(Kind::Name, Role::Callee, {s.raw(raw).begin, s.raw(raw).begin}, "echo");
    s.open(Kind::Arguments, Role::Arguments, raw);
  }
  s.visit_children(raw, is_echo ? Role::Element : Role::Value);
  if (is_echo) close_call(s);
  s.close();
}

// --- expressions ---

// `A::b(c)`: the scope is the Object.
void shape_scoped_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex scope = s.field(raw, "scope"), name = s.field(raw, "name");
  s.open(Kind::Call, role, raw);
  s.open(Kind::Member, Role::Callee, ByteRange{s.raw(scope).begin, s.raw(name).end});
  s.visit(scope, Role::Object);
  s.visit(name, Role::Name);
  s.close();
  s.visit(s.field(raw, "arguments"), Role::Arguments);
  s.close();
}

// `A::b` has no fields; the last part is the name.
void shape_class_constant(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Member, Role::Object, Role::Name); }

// `a[0]`, `a[]`
void shape_subscript(Shaper& s, RawIndex raw, Role role) {
  bool is_first = true;
  s.open(Kind::Index, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    s.visit(child, is_first ? Role::Object : Role::Element);
    is_first = false;
  }
  s.close();
}

// `[1, 2]` is an Array, `['a' => 1]` a Map.
void shape_array(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  bool has_key = false;
  for (RawIndex part : parts) has_key |= s.named_children(part).size() == 2;
  s.open(has_key ? Kind::Map : Kind::Array, role, raw);
  s.visit_children(raw);
  s.close();
}

void shape_array_element(Shaper& s, RawIndex raw, Role role) {
  if (s.named_children(raw).size() < 2) return s.visit_children(raw, role);
  shape_two(s, raw, role, Kind::Pair, Role::Key, Role::Value);
}

void shape_pair(Shaper& s, RawIndex raw, Role role) { shape_two(s, raw, role, Kind::Pair, Role::Key, Role::Value); }

void shape_argument(Shaper& s, RawIndex raw, Role role) {
  RawIndex name = s.field(raw, "name");
  if (name == kNoRaw) return s.visit(s.last_named(raw), role);
  s.open(Kind::KeywordArgument, role, raw);
  s.visit(name, Role::Name);
  s.visit(s.last_named(raw), Role::Value);
  s.close();
}

void shape_heredoc(Shaper& s, RawIndex raw, Role role) {
  RawIndex body = s.field(raw, "value");
  if (body == kNoRaw) return s.leaf(Kind::String, role, raw, "");
  std::string_view content = s.text(body);
  if (content.starts_with('\n')) content.remove_prefix(1);
  s.string(body, role, content);
}

// `new T(args)`, `new class(args) extends T { ... }`
void shape_new(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::New, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    RawIndex arguments = s.is(child, "anonymous_class") ? s.child_of_type(child, "arguments") : kNoRaw;
    if (s.is(child, "arguments") && !s.is_stand_in(child)) s.visit(child, Role::Arguments);
    else s.visit(child, Role::Type);
    s.visit(arguments, Role::Arguments);
  }
  s.close();
}

void shape_anonymous_class(Shaper& s, RawIndex raw, Role role) {
  NodeId id = s.open(Kind::Class, role, raw);
  s.out().set_text(id, "class");
  for (RawIndex child : s.named_children(raw)) {
    if (s.has_field(child, "body")) s.visit(child, Role::Body);
    else if (!s.is(child, "arguments")) s.visit(child, Role::Modifier);
  }
  s.close();
}

void shape_uses(Shaper& s, RawIndex raw, Role) { s.visit_children(raw, Role::Init); }

void shape_catch(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Catch, role, raw);
  s.visit(s.field(raw, "type"), Role::Type);
  s.visit(s.field(raw, "name"), Role::Name);
  s.visit(s.field(raw, "body"), Role::Body);
  s.close();
}

void shape_type_list(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> types = s.named_children(raw);
  if (types.size() == 1) return s.visit(types[0], role);
  s.visit_by_table(raw, role);
}

// --- definitions ---

// `public int $a = 1, $b;`, `const A = 1, B = 2;`, `static $n = 1;`: a VarDef each.
void shape_variables(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> shared, variables;
  RawIndex hooks = s.child_of_type(raw, "property_hook_list"), type = s.field(raw, "type");
  for (RawIndex child : s.named_children(raw)) {
    bool is_variable = s.is(child, "property_element") || s.is(child, "const_element") || s.is(child, "static_variable_declaration");
    if (is_variable) variables.push_back(child);
    else if (child != hooks && child != type) shared.push_back(child);
  }
  for (RawIndex variable : variables) {
    s.open(Kind::VarDef, role, variables.size() == 1 ? raw : variable);
    for (RawIndex child : s.all_children(raw)) {
      bool is_keyword = !s.raw(child).named && (s.text(child) == "const" || s.text(child) == "static");
      if (is_keyword) s.leaf(Kind::Modifier, Role::Modifier, child);
    }
    for (RawIndex child : shared) s.visit(child, s.has_field(child, "attributes") ? Role::Attribute : Role::Modifier);
    s.visit(type, Role::Type);
    s.visit(variable, Role::Name);  // its parts: name and value
    s.visit(hooks, Role::Element);
    s.close();
  }
}

// `A = 1` of a constant has no fields.
void shape_constant(Shaper& s, RawIndex raw, Role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  for (std::size_t i = 0; i < parts.size(); ++i) s.visit(parts[i], i == 0 ? Role::Name : Role::Value);
}

void shape_variable_parts(Shaper& s, RawIndex raw, Role) { s.visit_children(raw, Role::Value); }

void shape_bases(Shaper& s, RawIndex raw, Role) { s.visit_children(raw, Role::Parent); }

constexpr NodeShape kShapes[] = {
    // HTML around the code
    {.type = "php_tag", .make = Make::Drop},
    {.type = "php_end_tag", .make = Make::Drop},
    {.type = "text", .kind = Kind::Text, .make = Make::Leaf},
    {.type = "text_interpolation", .make = Make::Splice},
    // Names and types
    {.type = "name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "variable_name", .kind = Kind::Name, .make = Make::Leaf, .shape = shape_variable},
    {.type = "relative_scope", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "primitive_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "bottom_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "cast_type", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "namespace_name", .kind = Kind::Member, .shape = shape_path},
    {.type = "qualified_name", .kind = Kind::Member, .shape = shape_path},
    {.type = "relative_name", .kind = Kind::Member, .shape = shape_path},
    {.type = "named_type", .make = Make::Splice},
    {.type = "optional_type", .kind = Kind::Type, .text = TextFrom::FirstToken},
    {.type = "union_type", .kind = Kind::Type, .text = TextFrom::FirstToken},
    {.type = "intersection_type", .kind = Kind::Type, .text = TextFrom::FirstToken},
    {.type = "disjunctive_normal_form_type", .kind = Kind::Type},
    {.type = "type_list", .kind = Kind::Type, .text = TextFrom::FirstToken, .shape = shape_type_list},
    // Literals
    {.type = "string", .kind = Kind::String, .shape = shape_string},
    {.type = "encapsed_string", .kind = Kind::String, .shape = shape_string},
    {.type = "string_content", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "escape_sequence", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "nowdoc_string", .kind = Kind::StringText, .make = Make::Leaf},
    {.type = "heredoc", .kind = Kind::String, .shape = shape_heredoc},
    {.type = "nowdoc", .kind = Kind::String, .shape = shape_heredoc},
    {.type = "integer", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "boolean", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "null", .kind = Kind::Null, .make = Make::Leaf},
    // Expressions
    {.type = "function_call_expression", .kind = Kind::Call, .shape = shape_function_call},
    {.type = "member_call_expression", .kind = Kind::Call, .shape = shape_method_call},
    {.type = "nullsafe_member_call_expression", .kind = Kind::Call, .shape = shape_method_call},
    {.type = "scoped_call_expression", .kind = Kind::Call, .shape = shape_scoped_call},
    {.type = "arguments", .kind = Kind::Arguments},
    {.type = "argument", .shape = shape_argument},
    {.type = "variadic_unpacking", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "variadic_placeholder", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "member_access_expression", .kind = Kind::Member},
    {.type = "nullsafe_member_access_expression", .kind = Kind::Member},
    {.type = "scoped_property_access_expression", .kind = Kind::Member, .fields = {{{"scope", Role::Object}}}},
    {.type = "class_constant_access_expression", .kind = Kind::Member, .shape = shape_class_constant},
    {.type = "subscript_expression", .kind = Kind::Index, .shape = shape_subscript},
    {.type = "dynamic_variable_name", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::FirstToken},
    {.type = "object_creation_expression", .kind = Kind::New, .shape = shape_new},
    {.type = "anonymous_class", .kind = Kind::Class, .shape = shape_anonymous_class},
    {.type = "array_creation_expression", .shape = shape_array},
    {.type = "array_element_initializer", .shape = shape_array_element},
    {.type = "list_literal", .kind = Kind::Tuple},
    {.type = "pair", .kind = Kind::Pair, .shape = shape_pair},
    {.type = "by_ref", .make = Make::Splice},
    {.type = "assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "reference_assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "augmented_assignment_expression", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "binary_expression", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "unary_op_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::Operator},
    {.type = "update_expression", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "clone_expression", .kind = Kind::Unary, .rest = Role::Operand, .text = TextFrom::FirstToken},
    {.type = "error_suppression_expression", .make = Make::Splice},
    {.type = "conditional_expression", .kind = Kind::Conditional, .fields = {{{"body", Role::Then}}}},
    {.type = "cast_expression", .kind = Kind::Cast},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "sequence_expression", .make = Make::Splice},
    {.type = "shell_command_expression", .kind = Kind::Call, .shape = shape_backticks},
    {.type = "print_intrinsic", .kind = Kind::Call, .shape = shape_call_expression},
    {.type = "include_expression", .kind = Kind::Call, .shape = shape_call_expression},
    {.type = "include_once_expression", .kind = Kind::Call, .shape = shape_call_expression},
    {.type = "require_expression", .kind = Kind::Call, .shape = shape_call_expression},
    {.type = "require_once_expression", .kind = Kind::Call, .shape = shape_call_expression},
    {.type = "anonymous_function", .kind = Kind::Lambda, .rest = Role::Init},
    {.type = "anonymous_function_use_clause", .shape = shape_uses},
    {.type = "arrow_function", .kind = Kind::Lambda},
    {.type = "match_expression", .kind = Kind::Switch, .fields = {{{"condition", Role::Value}, {"body", Role::Element}}}},
    {.type = "match_block", .make = Make::Splice},
    {.type = "match_conditional_expression", .kind = Kind::Case, .fields = {{{"conditional_expressions", Role::Label}}}},
    {.type = "match_condition_list", .make = Make::Splice},
    {.type = "match_default_expression", .kind = Kind::Case},
    {.type = "throw_expression", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "yield_expression", .kind = Kind::Yield, .rest = Role::Value},
    // Statements
    {.type = "expression_statement", .kind = Kind::ExprStmt, .shape = shape_expression_statement},
    {.type = "echo_statement", .kind = Kind::ExprStmt, .shape = shape_call_statement},
    {.type = "unset_statement", .kind = Kind::ExprStmt, .shape = shape_call_statement},
    {.type = "exit_statement", .kind = Kind::ExprStmt, .shape = shape_call_statement},
    {.type = "empty_statement", .make = Make::Drop},
    {.type = "compound_statement", .kind = Kind::Block},
    {.type = "colon_block", .kind = Kind::Block},
    {.type = "if_statement", .kind = Kind::If, .shape = php::shape_if},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "do_statement", .kind = Kind::DoWhile},
    {.type = "for_statement", .kind = Kind::For, .shape = php::shape_for},
    {.type = "foreach_statement", .kind = Kind::ForEach, .shape = php::shape_foreach},
    {.type = "switch_statement", .kind = Kind::Switch, .fields = {{{"condition", Role::Value}, {"body", Role::Element}}}},
    {.type = "switch_block", .make = Make::Splice},
    {.type = "case_statement", .kind = Kind::Case, .fields = {{{"value", Role::Label}}}},
    {.type = "default_statement", .kind = Kind::Case},
    {.type = "try_statement", .kind = Kind::Try, .shape = shape_try},
    {.type = "catch_clause", .kind = Kind::Catch, .shape = shape_catch},
    {.type = "finally_clause", .kind = Kind::Finally},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "break_statement", .kind = Kind::Break, .rest = Role::Label},
    {.type = "continue_statement", .kind = Kind::Continue, .rest = Role::Label},
    {.type = "goto_statement", .kind = Kind::Goto, .rest = Role::Label},
    {.type = "named_label_statement", .kind = Kind::Labeled, .rest = Role::Label},
    // Definitions
    {.type = "namespace_definition", .kind = Kind::Package},
    {.type = "namespace_use_declaration", .kind = Kind::Import, .shape = shape_use},
    {.type = "class_declaration", .kind = Kind::Class, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "interface_declaration", .kind = Kind::Class, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "trait_declaration", .kind = Kind::Class, .rest = Role::Modifier, .text = TextFrom::FirstToken},
    {.type = "enum_declaration", .kind = Kind::Class, .rest = Role::Parent, .text = TextFrom::FirstToken},
    {.type = "base_clause", .shape = shape_bases},
    {.type = "class_interface_clause", .shape = shape_bases},
    {.type = "declaration_list", .kind = Kind::Block},
    {.type = "enum_declaration_list", .kind = Kind::Block},
    {.type = "enum_case", .kind = Kind::VarDef},
    {.type = "property_declaration", .kind = Kind::VarDef, .shape = shape_variables},
    {.type = "const_declaration", .kind = Kind::VarDef, .shape = shape_variables},
    {.type = "function_static_declaration", .kind = Kind::VarDef, .shape = shape_variables},
    {.type = "property_element", .shape = shape_variable_parts},
    {.type = "static_variable_declaration", .shape = shape_variable_parts},
    {.type = "const_element", .shape = shape_constant},
    {.type = "property_hook_list", .make = Make::Splice},
    {.type = "property_hook", .kind = Kind::Function, .fields = {{{"final", Role::Modifier}}}, .rest = Role::Name},
    {.type = "function_definition", .kind = Kind::Function, .rest = Role::Modifier},
    {.type = "method_declaration", .kind = Kind::Function, .rest = Role::Modifier},
    {.type = "formal_parameters", .kind = Kind::Parameters},
    {.type = "simple_parameter", .kind = Kind::Parameter},
    {.type = "variadic_parameter", .kind = Kind::Parameter},
    {.type = "property_promotion_parameter", .kind = Kind::Parameter},
    {.type = "reference_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "visibility_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "static_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "final_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "abstract_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "readonly_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "var_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "attribute_list", .make = Make::Splice},
    {.type = "attribute_group", .make = Make::Splice},
    {.type = "attribute", .kind = Kind::Attribute, .fields = {{{"parameters", Role::Arguments}}}, .rest = Role::Name},
    {.type = "comment", .make = Make::Comment},
};

constexpr FieldRole kFields[] = {
    {"attributes", Role::Attribute}, {"reference_modifier", Role::Modifier}, {"static_modifier", Role::Modifier},
    {"visibility", Role::Modifier}, {"readonly", Role::Modifier},
};
// Of `<?= x ?>`, of backticks, of `die`.
constexpr std::string_view kImpliedNames[] = {"echo", "shell_exec", "exit"};
constexpr PatternWrapper kWrappers[] = {
    {"<?php $slf = (", ");"}, {"<?php ", ""}, {"<?php ", ";", false, true}, {"<?php class SlW { ", " }"}, {"<?php try {} ", ""},
    {"<?php ", " {}", false, true}, {"<?php class SlW { ", " {} }", false, true}, {"<?php class SlW { ", "; }", false, true},
    {"<?php switch (0) { ", " }"}, {"<?php $slf = [", "];"}, {"<?php ", " function slf() {}"},
    {"<?php ", " catch (E $e) {}", false, true},
    {"", "", false, false, true}};
constexpr std::string_view kKeywords =
    "if else elseif while for foreach do switch case default return goto break continue function "
    "class interface trait namespace try catch finally throw use new echo";
constexpr std::string_view kEllipsis[] = {"@", "@;", "$@", "public $@;", "'@' => 1", "case @:", "@;;", "@ => 1,"};
constexpr std::string_view kMetavariable[] = {"@", "$@", "@;"};

}  // namespace

const LanguageDefinition& php_definition() {
  static constexpr LanguageDefinition kPhp{
      .language = Language::Php,
      .grammar = tree_sitter_php,
      .shapes = kShapes,
      .fields = kFields,
      .has_bare_interpolations = true,
      .imports = ImportStyle::LastName,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .parameter = "$@", .metavariable = kMetavariable, .dollar_in_names = true,
                  .quotes = "\"'`", .keywords = kKeywords, .spread_before_name = true},
      .implied_names = kImpliedNames,
      .equivalences = {.has_maps_in_brackets = true},
      .execution = {.self_names = "$this self static parent", .variable_prefix = "$", .constructor_names = "__construct",
                    .ending_calls = "exit", .removing_calls = "unset", .falls_through = true, .break_leaves_switch = true},
      .is_full = true,
  };
  return kPhp;
}

}  // namespace sluice
