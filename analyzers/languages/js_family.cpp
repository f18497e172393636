#include "analyzers/languages/js_family.h"

#include <algorithm>

#include "analyzers/languages/markup.h"
#include "analyzers/languages/pattern_place.h"
#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"
#include "base/text.h"

namespace sluice {
namespace {

// --- definitions ---

// Tokens that say something of a definition. Not `let` and `var`: a pattern with
// either matches every way of defining a variable, one with `const` only constants.
constexpr std::string_view kModifierTokens[] = {"async", "static", "get",     "set",      "*",       "const",  "abstract",
                                                "declare", "readonly", "export", "default", "accessor", "await", "using"};
constexpr std::string_view kClassWords[] = {"class", "interface", "enum", "type", "namespace", "module"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What stands before a definition but outside its node: `@a export default class ...`.
struct Prefix {
  std::uint32_t begin = UINT32_MAX;
  std::vector<RawIndex> attributes, modifiers;
};

bool is_modifier(Shaper& s, RawIndex raw) { return !s.raw(raw).named && is_one_of(s.text(raw), kModifierTokens); }

void write_modifiers(Shaper& s, RawIndex raw) {
  for (RawIndex child : s.all_children(raw))
    if (is_modifier(s, child)) s.leaf(Kind::Modifier, Role::Modifier, child);
}

// The children by their fields, and the modifiers among their tokens.
void write_children(Shaper& s, RawIndex raw, Role rest) {
  for (RawIndex child : s.all_children(raw)) {
    if (is_modifier(s, child)) s.leaf(Kind::Modifier, Role::Modifier, child);
    else if (s.raw(child).named || s.raw(child).error) s.visit_child(raw, child, rest);
  }
}

void write_prefix(Shaper& s, const Prefix& prefix) {
  for (RawIndex attribute : prefix.attributes) s.visit(attribute, Role::Attribute);
  for (RawIndex modifier : prefix.modifiers) s.leaf(Kind::Modifier, Role::Modifier, modifier);
}

ByteRange range_with(Shaper& s, RawIndex raw, const Prefix& prefix) {
  return {std::min(prefix.begin, s.raw(raw).begin), s.raw(raw).end};
}

// A function, class, field, interface, ... : attributes, modifiers, then its children by their fields.
void write_definition(Shaper& s, RawIndex raw, Role role, const Prefix& prefix) {
  Kind kind = s.kind_of(raw);
  bool is_expression = s.is(raw, "function_expression") || s.is(raw, "generator_function");
  if (is_expression && s.field(raw, "name") == kNoRaw) kind = Kind::Lambda;
  NodeId id = s.out().open(kind, role, range_with(s, raw, prefix), s.raw(raw).symbol);
  if (kind == Kind::Class)
    for (RawIndex child : s.all_children(raw))
      if (!s.raw(child).named && is_one_of(s.text(child), kClassWords)) {
        s.out().set_text(id, s.text(child));
        break;
      }
  write_prefix(s, prefix);
  write_children(s, raw, Role::Modifier);
  s.close();
}

// `const a = 1, b = 2;`: a VarDef each. A single one has the range of the whole statement.
void write_variables(Shaper& s, RawIndex raw, Role role, const Prefix& prefix) {
  std::vector<RawIndex> declarators;
  for (RawIndex child : s.named_children(raw))
    if (s.is(child, "variable_declarator") || s.is_placeholder(child)) declarators.push_back(child);
  for (RawIndex each : declarators) {
    ByteRange range = declarators.size() == 1 ? range_with(s, raw, prefix) : s.range_of(each);
    s.out().open(Kind::VarDef, role, range, s.raw(each).symbol);
    write_prefix(s, prefix);
    write_modifiers(s, raw);
    if (s.is_placeholder(each)) s.visit(each, Role::Name);
    else s.visit_children(each);
    s.close();
  }
}

void write_any(Shaper& s, RawIndex raw, Role role, const Prefix& prefix) {
  if (s.is_placeholder(raw) || s.raw(raw).error) return s.visit(raw, role);
  if (s.is(raw, "lexical_declaration") || s.is(raw, "variable_declaration") || s.is(raw, "using_declaration"))
    return write_variables(s, raw, role, prefix);
  switch (s.kind_of(raw)) {
    case Kind::Function: case Kind::Class: case Kind::VarDef: case Kind::Package: case Kind::Type:
      return write_definition(s, raw, role, prefix);
    default: return s.visit(raw, role);
  }
}

void shape_definition(Shaper& s, RawIndex raw, Role role) { write_any(s, raw, role, {}); }

// TypeScript keeps decorators of methods beside them: they belong to the member that follows.
void shape_class_body(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  Prefix prefix;
  for (RawIndex child : s.all_children(raw)) {
    if (!s.raw(child).named && !s.raw(child).error) continue;
    if (s.is(child, "decorator") && !s.is_placeholder(child)) {
      prefix.begin = std::min(prefix.begin, s.raw(child).begin);
      prefix.attributes.push_back(child);
      continue;
    }
    if (s.is(child, "comment")) {
      s.visit(child, Role::Element);
      continue;
    }
    write_any(s, child, Role::Element, prefix);
    prefix = {};
  }
  for (RawIndex left_over : prefix.attributes) s.visit(left_over, Role::Element);
  s.close();
}

// `export const a = 1`, `@a export default class {}`: the definition, with modifiers.
// `export {a as b} from 'm'`, `export * from 'm'`, `export default e`: stay what they are.
void shape_export(Shaper& s, RawIndex raw, Role role) {
  RawIndex definition = s.field(raw, "declaration");
  if (definition == kNoRaw) {
    RawIndex value = s.field(raw, "value");
    bool is_definition = value != kNoRaw && (s.kind_of(value) == Kind::Function || s.kind_of(value) == Kind::Class);
    if (is_definition) definition = value;
  }
  if (definition == kNoRaw) return s.visit_by_table(raw, role);
  Prefix prefix;
  prefix.begin = s.raw(raw).begin;
  for (RawIndex child : s.all_children(raw)) {
    if (s.is(child, "decorator")) prefix.attributes.push_back(child);
    else if (is_modifier(s, child)) prefix.modifiers.push_back(child);
  }
  write_any(s, definition, role, prefix);
}

// `declare function f(): void`, `declare global { }`
void shape_ambient(Shaper& s, RawIndex raw, Role role) {
  Prefix prefix;
  prefix.begin = s.raw(raw).begin;
  for (RawIndex child : s.all_children(raw))
    if (!s.raw(child).named && s.text(child) == "declare") prefix.modifiers.push_back(child);
  for (RawIndex child : s.named_children(raw)) write_any(s, child, role, prefix);
}

// `@name(args)`: Attribute(Name, Arguments).
void shape_decorator(Shaper& s, RawIndex raw, Role role) {
  RawIndex expression = s.first_named(raw);
  s.open(Kind::Attribute, role, raw);
  if (s.is(expression, "call_expression") && !s.is_placeholder(expression)) {
    s.visit(s.field(expression, "function"), Role::Name);
    s.visit(s.field(expression, "arguments"), Role::Arguments);
  } else {
    s.visit(expression, Role::Name);
  }
  s.close();
}

// JavaScript has bare names, defaults, patterns and rests; TypeScript wraps each in a parameter node.
void write_parameter(Shaper& s, RawIndex raw) {
  if (s.is_placeholder(raw) || s.kind_of(raw) == Kind::Parameter || s.raw(raw).error) return s.visit(raw, Role::Element);
  s.open(Kind::Parameter, Role::Element, raw);
  bool has_default = s.is(raw, "assignment_pattern");
  s.visit(has_default ? s.field(raw, "left") : raw, Role::Name);
  if (has_default) s.visit(s.field(raw, "right"), Role::Value);
  s.close();
}

void shape_formal_parameters(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameters, role, raw);
  for (RawIndex child : s.named_children(raw)) write_parameter(s, child);
  s.close();
}

void shape_parameter(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Parameter, role, raw);
  write_children(s, raw, Role::Modifier);
  s.close();
}

// `x => e`: the only parameter has no parentheses.
void shape_arrow(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Lambda, role, raw);
  write_modifiers(s, raw);
  RawIndex only = s.field(raw, "parameter");
  if (only != kNoRaw) {
    s.open(Kind::Parameters, Role::Parameters, only);
    write_parameter(s, only);
    s.close();
  }
  for (RawIndex child : s.named_children(raw))
    if (child != only) s.visit_child(raw, child);
  s.close();
}

// A member of an enum without a value stands in the body as a bare name.
void shape_enum_body(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  for (RawIndex child : s.named_children(raw)) {
    bool is_bare = s.kind_of(child) != Kind::VarDef && !s.is_placeholder(child);
    if (is_bare) s.open(Kind::VarDef, Role::Element, child);
    s.visit(child, is_bare ? Role::Name : Role::Element);
    if (is_bare) s.close();
  }
  s.close();
}

// `extends A<T>`: the type arguments of a parent class are no parents.
void shape_extends(Shaper& s, RawIndex raw, Role) {
  for (RawIndex child : s.named_children(raw))
    if (!s.is(child, "type_arguments")) s.visit(child, Role::Parent);
}

void shape_parents(Shaper& s, RawIndex raw, Role) {
  for (RawIndex child : s.named_children(raw)) s.visit(child, Role::Parent);
}

// --- imports ---

// `import d, {a as b} from 'm'`: d is the Import's Alias, {a as b} an ImportedName.
// `import d = require('m')`: the module is in the clause too.
void shape_import(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Import, role, raw);
  for (RawIndex part : s.named_children(raw)) {
    bool is_clause = s.is(part, "import_clause") || s.is(part, "import_require_clause");
    for (RawIndex child : is_clause ? s.named_children(part) : std::vector{part})
      s.visit(child, s.is(child, "identifier") ? Role::Alias : s.is(child, "string") ? Role::Module : Role::Element);
  }
  s.close();
}

// `* as ns`: ImportedName(Token `*`, ns).
void shape_namespace(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ImportedName, role, raw);
  for (RawIndex child : s.all_children(raw))
    if (s.text(child) == "*") s.leaf(Kind::Token, Role::Name, child);
  s.visit(s.first_named(raw), Role::Alias);
  s.close();
}

// `import A = B.C`
void shape_import_alias(Shaper& s, RawIndex raw, Role role) {
  shape_two(s, raw, role, Kind::Import, Role::Alias, Role::Module);
}

// `export {default as b}`: `default` is a token there.
void shape_specifier(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::ImportedName, role, raw);
  for (std::string_view part : {"name", "alias"}) {
    RawIndex child = s.field(raw, part);
    if (child == kNoRaw) continue;
    Role child_role = part == "name" ? Role::Name : Role::Alias;
    if (s.raw(child).named) s.visit(child, child_role);
    else s.leaf(Kind::Name, child_role, child);
  }
  s.close();
}

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
  if (!s.is_placeholder(content)) s.out().set_text(id, s.text(raw));
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
  if (s.is_placeholder(left)) s.visit(left, Role::Key);
  else s.leaf(Kind::Name, Role::Key, left);
  NodeId id = s.open(Kind::Assign, Role::Value, raw);
  s.out().set_text(id, "=");
  if (s.is(left, "shorthand_property_identifier_pattern") && !s.is_placeholder(left)) s.leaf(Kind::Name, Role::Target, left);
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

// --- JSX ---

void write_tag(Shaper& s, RawIndex tag) {
  s.visit(s.field(tag, "name"), Role::Name);
  for (RawIndex child : s.named_children(tag))
    if (child != s.field(tag, "name") && !s.is(child, "type_arguments")) s.visit(child, Role::Attribute);
}

void shape_element(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Element, role, raw);
  write_tag(s, s.is(raw, "jsx_element") ? s.field(raw, "open_tag") : raw);
  if (s.is(raw, "jsx_element"))
    for (RawIndex child : s.named_children(raw))
      if (child != s.field(raw, "open_tag") && child != s.field(raw, "close_tag")) s.visit(child, Role::Element);
  s.close();
}

// `{e}` among an element's children is code in text; as an attribute's value it is just e.
void shape_jsx_expression(Shaper& s, RawIndex raw, Role role) {
  if (role != Role::Element) return s.visit_children(raw, role);
  if (s.first_named(raw) == kNoRaw) return;  // `{/* comment */}`
  s.open(Kind::Interpolation, role, raw);
  s.visit_children(raw, Role::Value);
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
    {.type = "lexical_declaration", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "variable_declaration", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "using_declaration", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "variable_declarator", .kind = Kind::VarDef},
    {.type = "function_declaration", .kind = Kind::Function, .shape = shape_definition},
    {.type = "generator_function_declaration", .kind = Kind::Function, .shape = shape_definition},
    {.type = "function_expression", .kind = Kind::Function, .shape = shape_definition},
    {.type = "generator_function", .kind = Kind::Function, .shape = shape_definition},
    {.type = "function_signature", .kind = Kind::Function, .shape = shape_definition},
    {.type = "method_definition", .kind = Kind::Function, .shape = shape_definition},
    {.type = "method_signature", .kind = Kind::Function, .shape = shape_definition},
    {.type = "abstract_method_signature", .kind = Kind::Function, .shape = shape_definition},
    {.type = "call_signature", .kind = Kind::Function, .shape = shape_definition},
    {.type = "construct_signature", .kind = Kind::Function, .fields = {{{"type", Role::ReturnType}}}, .shape = shape_definition},
    {.type = "class_static_block", .kind = Kind::Function, .shape = shape_definition},
    {.type = "arrow_function", .kind = Kind::Lambda, .shape = shape_arrow},
    {.type = "formal_parameters", .kind = Kind::Parameters, .shape = shape_formal_parameters},
    {.type = "required_parameter", .kind = Kind::Parameter, .fields = {{{"pattern", Role::Name}}}, .shape = shape_parameter},
    {.type = "optional_parameter", .kind = Kind::Parameter, .fields = {{{"pattern", Role::Name}}}, .shape = shape_parameter},
    {.type = "class", .kind = Kind::Class, .shape = shape_definition},
    {.type = "class_declaration", .kind = Kind::Class, .shape = shape_definition},
    {.type = "abstract_class_declaration", .kind = Kind::Class, .shape = shape_definition},
    {.type = "interface_declaration", .kind = Kind::Class, .shape = shape_definition},
    {.type = "enum_declaration", .kind = Kind::Class, .shape = shape_definition},
    {.type = "type_alias_declaration", .kind = Kind::Type, .shape = shape_definition},
    {.type = "internal_module", .kind = Kind::Package, .shape = shape_definition},
    {.type = "module", .kind = Kind::Package, .shape = shape_definition},
    {.type = "ambient_declaration", .shape = shape_ambient},
    {.type = "class_heritage", .shape = shape_parents},
    {.type = "extends_clause", .shape = shape_extends},
    {.type = "implements_clause", .shape = shape_parents},
    {.type = "extends_type_clause", .shape = shape_parents},
    {.type = "class_body", .kind = Kind::Block, .shape = shape_class_body},
    {.type = "interface_body", .kind = Kind::Block},
    {.type = "enum_body", .kind = Kind::Block, .shape = shape_enum_body},
    {.type = "enum_assignment", .kind = Kind::VarDef},
    {.type = "field_definition", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "public_field_definition", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "property_signature", .kind = Kind::VarDef, .shape = shape_definition},
    {.type = "index_signature", .kind = Kind::Type},
    {.type = "accessibility_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "override_modifier", .kind = Kind::Modifier, .make = Make::Leaf},
    {.type = "decorator", .kind = Kind::Attribute, .shape = shape_decorator},
    {.type = "import_statement", .kind = Kind::Import, .shape = shape_import},
    {.type = "import_alias", .kind = Kind::Import, .shape = shape_import_alias},
    {.type = "import_attribute", .make = Make::Splice},
    {.type = "named_imports", .make = Make::Splice},
    {.type = "namespace_import", .kind = Kind::ImportedName, .shape = shape_namespace},
    {.type = "import_specifier", .kind = Kind::ImportedName, .shape = shape_specifier},
    {.type = "export_statement", .kind = Kind::Other, .fields = {{{"source", Role::Module}}}, .shape = shape_export},
    {.type = "export_clause", .make = Make::Splice},
    {.type = "export_specifier", .kind = Kind::ImportedName, .shape = shape_specifier},
    {.type = "namespace_export", .kind = Kind::ImportedName, .shape = shape_namespace},
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
    {.type = "jsx_element", .kind = Kind::Element, .shape = shape_element},
    {.type = "jsx_self_closing_element", .kind = Kind::Element, .shape = shape_element},
    {.type = "jsx_attribute", .kind = Kind::Pair, .shape = shape_markup_attribute},
    {.type = "jsx_namespace_name", .kind = Kind::Name, .make = Make::Leaf},
    {.type = "jsx_expression", .shape = shape_jsx_expression},
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
          .spread_before_name = true};
}

}  // namespace sluice
