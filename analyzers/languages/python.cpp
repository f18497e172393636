// Python 3.14 (and what the grammar keeps of 2), grammar tree-sitter-python.
#include "analyzers/languages/definition.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

extern "C" const TSLanguage* tree_sitter_python();

namespace sluice {
namespace {

// `elif` is an If inside the Else, as everywhere else.
void shape_if(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::If, role, raw);
  s.visit(s.field(raw, "condition"), Role::Condition);
  s.visit_block(s.field(raw, "consequence"), Role::Then);
  std::vector<ElseClause> clauses;
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "elif_clause")) clauses.push_back({child, s.field(child, "condition"), s.field(child, "consequence"), {}});
    else if (s.is(child, "else_clause")) clauses.push_back({child, kNoRaw, s.field(child, "body"), {}});
  }
  write_else_clauses(s, clauses);
  s.close();
}

// `import a.b, c as d`: an Import each, so that every one has its own module.
void shape_import(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> names = s.named_children(raw);
  for (RawIndex name : names) {
    s.open(Kind::Import, role, names.size() == 1 ? raw : name);
    bool aliased = s.is(name, "aliased_import");
    s.visit(aliased ? s.field(name, "name") : name, Role::Module);
    if (aliased) s.visit(s.field(name, "alias"), Role::Alias);
    s.close();
  }
}

// `from m import a, b as c`
void shape_from_import(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  RawIndex module = s.field(raw, "module_name");
  s.visit(module, Role::Module);
  for (RawIndex child : s.named_children(raw)) {
    if (child == module) continue;
    s.open(Kind::ImportedName, Role::Element, child);
    bool aliased = s.is(child, "aliased_import");
    s.visit(aliased ? s.field(child, "name") : child, Role::Name);
    if (aliased) s.visit(s.field(child, "alias"), Role::Alias);
    s.close();
  }
  s.close();
}

void write_async(Shaper& s, RawIndex definition) {
  for (RawIndex child : s.all_children(definition))
    if (!s.raw(child).named && s.text(child) == "async") s.leaf(Kind::Modifier, Role::Modifier, child);
}

// Decorators belong to the definition: its range begins with the first of them.
void shape_decorated(Shaper& s, RawIndex raw, Role role) {
  RawIndex definition = s.field(raw, "definition");
  if (definition == kNoRaw) return s.visit_children(raw, role);
  bool is_class = s.is(definition, "class_definition");
  NodeId id = s.open(is_class ? Kind::Class : Kind::Function, role, raw);
  if (is_class) s.out().set_text(id, "class");
  for (RawIndex child : s.named_children(raw))
    if (child != definition) s.visit(child, Role::Attribute);
  if (!is_class) write_async(s, definition);
  s.visit_children(definition);
  s.close();
}

void shape_function(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Function, role, raw);
  write_async(s, raw);
  s.visit_children(raw);
  s.close();
}

// `@name(args)`: Attribute(Name, Arguments).
void shape_decorator(Shaper& s, RawIndex raw, Role role) {
  RawIndex expression = s.first_named(raw);
  s.open(Kind::Attribute, role, raw);
  if (s.is(expression, "call")) {
    s.visit(s.field(expression, "function"), Role::Name);
    s.visit(s.field(expression, "arguments"), Role::Arguments);
  } else {
    s.visit(expression, Role::Name);
  }
  s.close();
}

// `class A(B, metaclass=M)`: parents are not arguments.
void shape_arguments(Shaper& s, RawIndex raw, Role role) {
  if (role == Role::Parent) return s.visit_children(raw, Role::Parent);
  s.open(Kind::Arguments, role, raw);
  s.visit_children(raw);
  s.close();
}

// `f(x for x in y)`: the generator is the only argument.
void shape_call(Shaper& s, RawIndex raw, Role role) {
  RawIndex arguments = s.field(raw, "arguments");
  s.open(Kind::Call, role, raw);
  s.visit(s.field(raw, "function"), Role::Callee);
  if (s.is(arguments, "generator_expression")) {
    s.open(Kind::Arguments, Role::Arguments, arguments);
    s.visit(arguments, Role::Element);
    s.close();
  } else {
    s.visit(arguments, Role::Arguments);
  }
  s.close();
}

// `x: int = 1` defines, `x = 1` assigns.
void shape_assignment(Shaper& s, RawIndex raw, Role role) {
  RawIndex type = s.field(raw, "type");
  NodeId id = s.open(type == kNoRaw ? Kind::Assign : Kind::VarDef, role, raw);
  if (type == kNoRaw) s.out().set_text(id, "=");
  else s.visit(type, Role::Type);
  s.visit(s.field(raw, "left"), type == kNoRaw ? Role::Target : Role::Name);
  s.visit(s.field(raw, "right"), Role::Value);
  s.close();
}

// `a if c else b`
void shape_conditional(Shaper& s, RawIndex raw, Role role) {
  std::vector<RawIndex> parts = s.named_children(raw);
  s.open(Kind::Conditional, role, raw);
  constexpr Role kRoles[] = {Role::Then, Role::Condition, Role::Else};
  for (std::size_t i = 0; i < parts.size(); ++i) s.visit(parts[i], kRoles[i < 3 ? i : 2]);
  s.close();
}

void shape_try_with_else(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Try, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "else_clause")) s.visit_block(s.field(child, "body"), Role::Else);
    else s.visit(child, role_in_try(s, child));
  }
  s.close();
}

// `except A as e:`: the alias sits inside an as_pattern.
void shape_except(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Catch, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    if (s.is(child, "block")) {
      s.visit(child, Role::Body);
    } else if (s.is(child, "as_pattern")) {
      s.visit(s.first_named(child), Role::Type);
      s.visit(s.field(child, "alias"), Role::Name);
    } else {
      s.visit(child, Role::Type);
    }
  }
  s.close();
}

// `with open(f) as g:`: an item with a name is a VarDef.
void shape_with_item(Shaper& s, RawIndex raw, Role role) {
  RawIndex value = s.field(raw, "value");
  if (!s.is(value, "as_pattern")) return s.visit(value, role);
  s.open(Kind::VarDef, role, raw);
  s.visit(s.field(value, "alias"), Role::Name);
  s.visit(s.first_named(value), Role::Value);
  s.close();
}

// `x: int` has its name as a plain child, `*args: int` as a splat.
void shape_typed_parameter(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  s.visit(s.first_named(raw), Role::Name);
  s.visit(s.field(raw, "type"), Role::Type);
  s.close();
}

constexpr NodeShape kShapes[] = {
    // Names, types and literals
    {.type = "identifier", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "dotted_name", .shape = shape_dotted},
    {.type = "relative_import", .kind = Kind::Member, .rest = Role::Name},
    {.type = "import_prefix", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "type", .make = Make::Splice},
    {.type = "generic_type", .kind = Kind::Type},
    {.type = "type_parameter", .kind = Kind::TypeParameter},
    {.type = "union_type", .kind = Kind::Type},
    {.type = "member_type", .kind = Kind::Type},
    {.type = "constrained_type", .kind = Kind::Type},
    {.type = "splat_type", .kind = Kind::Type},
    {.type = "string", .shape = shape_string},
    {.type = "type_conversion", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "format_specifier", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "keyword_separator", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "positional_separator", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "string_start", .make = Make::Drop},
    {.type = "string_end", .make = Make::Drop},
    {.type = "concatenated_string", .shape = shape_concatenated},
    {.type = "integer", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "float", .kind = Kind::Number, .make = Make::Leaf},
    {.type = "true", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "false", .kind = Kind::Boolean, .make = Make::Leaf},
    {.type = "none", .kind = Kind::Null, .make = Make::Leaf},
    {.type = "ellipsis", .kind = Kind::Token, .make = Make::Leaf},
    // Expressions
    {.type = "call", .shape = shape_call},
    {.type = "argument_list", .shape = shape_arguments},
    {.type = "keyword_argument", .kind = Kind::KeywordArgument},
    {.type = "attribute", .kind = Kind::Member},
    {.type = "subscript", .kind = Kind::Index, .fields = {{{"value", Role::Object}, {"subscript", Role::Element}}}},
    {.type = "slice", .kind = Kind::Other},
    {.type = "assignment", .shape = shape_assignment},
    {.type = "augmented_assignment", .kind = Kind::Assign, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}, .text = TextFrom::Operator},
    {.type = "named_expression", .kind = Kind::Assign, .fields = {{{"name", Role::Target}}}, .text = TextFrom::Operator},
    {.type = "binary_operator", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "boolean_operator", .kind = Kind::Binary, .text = TextFrom::Operator},
    {.type = "comparison_operator", .shape = shape_infix},
    {.type = "not_operator", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "unary_operator", .kind = Kind::Unary, .text = TextFrom::Operator},
    {.type = "conditional_expression", .shape = shape_conditional},
    {.type = "lambda", .kind = Kind::Lambda},
    {.type = "lambda_parameters", .shape = shape_parameters},
    {.type = "list", .kind = Kind::Array},
    {.type = "tuple", .kind = Kind::Tuple},
    {.type = "expression_list", .kind = Kind::Tuple},
    {.type = "pattern_list", .kind = Kind::Tuple},
    {.type = "tuple_pattern", .kind = Kind::Tuple},
    {.type = "list_pattern", .kind = Kind::Array},
    {.type = "set", .kind = Kind::Set},
    {.type = "dictionary", .kind = Kind::Map},
    {.type = "pair", .kind = Kind::Pair},
    {.type = "list_comprehension", .kind = Kind::Comprehension},
    {.type = "set_comprehension", .kind = Kind::Comprehension},
    {.type = "dictionary_comprehension", .kind = Kind::Comprehension},
    {.type = "generator_expression", .kind = Kind::Comprehension},
    {.type = "for_in_clause", .kind = Kind::ForEach, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}},
    {.type = "if_clause", .kind = Kind::If, .rest = Role::Condition},
    {.type = "await", .kind = Kind::Await, .rest = Role::Value},
    {.type = "yield", .kind = Kind::Yield, .rest = Role::Value},
    {.type = "list_splat", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "dictionary_splat", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "list_splat_pattern", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "dictionary_splat_pattern", .kind = Kind::Spread, .rest = Role::Value},
    {.type = "parenthesized_list_splat", .make = Make::Splice},
    {.type = "parenthesized_expression", .make = Make::Splice},
    {.type = "as_pattern_target", .make = Make::Splice},
    // Statements
    {.type = "block", .kind = Kind::Block},
    {.type = "expression_statement", .kind = Kind::ExprStmt, .rest = Role::Value},
    {.type = "if_statement", .shape = shape_if},
    {.type = "while_statement", .kind = Kind::While},
    {.type = "for_statement", .kind = Kind::ForEach, .fields = {{{"left", Role::Target}, {"right", Role::Value}}}},
    {.type = "else_clause", .make = Make::Splice},
    {.type = "try_statement", .shape = shape_try_with_else},
    {.type = "except_clause", .kind = Kind::Catch, .shape = shape_except},
    {.type = "finally_clause", .kind = Kind::Finally, .rest = Role::Body},
    {.type = "with_statement", .kind = Kind::Using},
    {.type = "with_clause", .make = Make::Splice},
    {.type = "with_item", .shape = shape_with_item},
    {.type = "match_statement", .kind = Kind::Switch, .fields = {{{"subject", Role::Value}, {"body", Role::Element}}}},
    {.type = "case_clause", .kind = Kind::Case, .fields = {{{"consequence", Role::Body}}}, .rest = Role::Label},
    {.type = "case_pattern", .make = Make::Splice},
    {.type = "return_statement", .kind = Kind::Return, .rest = Role::Value},
    {.type = "raise_statement", .kind = Kind::Throw, .rest = Role::Value},
    {.type = "break_statement", .kind = Kind::Break, .make = Make::Leaf},
    {.type = "continue_statement", .kind = Kind::Continue, .make = Make::Leaf},
    {.type = "pass_statement", .kind = Kind::ExprStmt, .make = Make::Leaf},
    // Definitions
    {.type = "import_statement", .shape = shape_import},
    {.type = "import_from_statement", .shape = shape_from_import},
    {.type = "future_import_statement", .shape = shape_from_import},
    {.type = "wildcard_import", .kind = Kind::Token, .make = Make::Leaf},
    {.type = "decorated_definition", .shape = shape_decorated},
    {.type = "decorator", .shape = shape_decorator},
    {.type = "function_definition", .kind = Kind::Function, .shape = shape_function},
    {.type = "class_definition", .kind = Kind::Class, .fields = {{{"superclasses", Role::Parent}}}, .text = TextFrom::FirstToken},
    {.type = "parameters", .shape = shape_parameters},
    {.type = "default_parameter", .kind = Kind::Parameter},
    {.type = "typed_parameter", .shape = shape_typed_parameter},
    {.type = "typed_default_parameter", .kind = Kind::Parameter},
    {.type = "comment", .make = Make::Comment},
    {.type = "line_continuation", .make = Make::Drop},
};

constexpr std::string_view kInterpolations[] = {"interpolation"};
constexpr PatternWrapper kWrappers[] = {
    {"", ""}, {"", "\n"}, {"", " pass"}, {"", "\n  pass"}, {"", "\ndef slf(): pass"}, {"try:\n  pass\n", ""}, {"slf(", ")"}};
constexpr std::string_view kEllipsis[] = {"@", "@: @", "**@", "import @"};
// The first thing below `match x:`.
std::string_view ellipsis_at(std::string_view text, std::size_t begin, std::size_t) {
  std::string_view before = trim(text.substr(0, begin));
  std::string_view line = trim(before.substr(before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1));
  return line.starts_with("match ") && line.ends_with(':') ? std::string_view("case @: pass") : std::string_view();
}
constexpr std::string_view kMetavariable[] = {"@"};

}  // namespace

const LanguageDefinition& python_definition() {
  static constexpr LanguageDefinition kPython{
      .language = Language::Python,
      .grammar = tree_sitter_python,
      .shapes = kShapes,
      .interpolations = kInterpolations,
      .imports = ImportStyle::Names,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .ellipsis_at = ellipsis_at, .metavariable = kMetavariable, .interpolation = "{", .template_prefix = "fF", .line_comment = "#",
                  .typed_hole = TypedHoleForm::Argument},
      .equivalences = {.has_bracketed_bodies = false},
      .execution = {.constructor_names = "__init__", .removing_word = "del", .exit_method = "__exit__", .constants = "__file__ __name__", .receiver_is_first_parameter = true,
                    .names_in_patterns_bind = true, .defines_in_order = true, .runs_decorators = true},
      .is_full = true,
  };
  return kPython;
}

}  // namespace sluice
