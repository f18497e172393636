#include "analyzers/languages/js_definition.h"

#include <algorithm>

#include "analyzers/syntax/shaper.h"
#include "analyzers/syntax/shapers.h"

namespace sluice::js {
namespace {

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
    if (s.is(child, "variable_declarator") || s.is_stand_in(child)) declarators.push_back(child);
  for (RawIndex each : declarators) {
    ByteRange range = declarators.size() == 1 ? range_with(s, raw, prefix) : s.range_of(each);
    s.out().open(Kind::VarDef, role, range, s.raw(each).symbol);
    write_prefix(s, prefix);
    write_modifiers(s, raw);
    if (s.is_stand_in(each)) s.visit(each, Role::Name);
    else s.visit_children(each);
    s.close();
  }
}

void write_any(Shaper& s, RawIndex raw, Role role, const Prefix& prefix) {
  if (s.is_stand_in(raw) || s.raw(raw).error) return s.visit(raw, role);
  if (s.is(raw, "lexical_declaration") || s.is(raw, "variable_declaration") || s.is(raw, "using_declaration"))
    return write_variables(s, raw, role, prefix);
  switch (s.kind_of(raw)) {
    case Kind::Function: case Kind::Class: case Kind::VarDef: case Kind::Package: case Kind::Type:
      return write_definition(s, raw, role, prefix);
    default: return s.visit(raw, role);
  }
}

}  // namespace

void shape_definition(Shaper& s, RawIndex raw, Role role) { write_any(s, raw, role, {}); }

// TypeScript keeps decorators of methods beside them: they belong to the member that follows.
void shape_class_body(Shaper& s, RawIndex raw, Role role) {
  s.open(Kind::Block, role, raw);
  Prefix prefix;
  for (RawIndex child : s.all_children(raw)) {
    if (!s.raw(child).named && !s.raw(child).error) continue;
    if (s.is(child, "decorator") && !s.is_stand_in(child)) {
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
  if (s.is(expression, "call_expression") && !s.is_stand_in(expression)) {
    s.visit(s.field(expression, "function"), Role::Name);
    s.visit(s.field(expression, "arguments"), Role::Arguments);
  } else {
    s.visit(expression, Role::Name);
  }
  s.close();
}

namespace {

// JavaScript has bare names, defaults, patterns and rests; TypeScript wraps each in a parameter node.
void write_parameter(Shaper& s, RawIndex raw) {
  if (s.is_stand_in(raw) || s.kind_of(raw) == Kind::Parameter || s.raw(raw).error) return s.visit(raw, Role::Element);
  s.open(Kind::Parameter, Role::Element, raw);
  bool has_default = s.is(raw, "assignment_pattern");
  s.visit(has_default ? s.field(raw, "left") : raw, Role::Name);
  if (has_default) s.visit(s.field(raw, "right"), Role::Value);
  s.close();
}

}  // namespace

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
    bool is_bare = s.kind_of(child) != Kind::VarDef && !s.is_stand_in(child);
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

}  // namespace sluice::js
