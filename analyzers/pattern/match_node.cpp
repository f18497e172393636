// One pattern node against one node of code: holes, literals, and what means the same
// though it is written in another way.
#include <algorithm>

#include "analyzers/pattern/matcher_core.h"
#include "analyzers/unit/scopes.h"

namespace sluice {
namespace {

bool is_plain_assignment(std::string_view op) { return op == "=" || op == ":="; }

bool is_literal(Kind kind) { return kind == Kind::String || kind == Kind::Number || kind == Kind::Boolean; }

bool is_text(Kind kind) { return kind == Kind::String || kind == Kind::AnyString || kind == Kind::StringHole || kind == Kind::StringRegex; }

}  // namespace

void Matcher::match(std::uint32_t p, NodeId t, Next next) {
  if (!spend()) return;
  const PatternNode& pattern = node(p);
  if (pattern.role == Role::Key && is_text(pattern.kind) && unit_.node(t).kind == Kind::Name && same_.has_optional_key_quotes)
    return match_key(pattern, t, next);
  switch (pattern.kind) {
    case Kind::Ellipsis: return next();
    case Kind::Hole: return match_hole(pattern, t, next);
    case Kind::SequenceHole: return bind_node(pattern.name, t, next);
    case Kind::AnyString: {
      if (unit_.node(t).kind == Kind::String) return next();
      const Constant* constant = constant_at(t);
      if (constant && constant->kind == Kind::String) next();
      return;
    }
    case Kind::StringHole: return match_string_hole(pattern, t, next);
    case Kind::StringRegex: return match_string_regex(pattern, t, next);
    case Kind::DeepEllipsis: return match_deep(pattern, t, next);
    default: return match_code(p, t, next);
  }
}

void Matcher::match_key(const PatternNode& pattern, NodeId t, Next next) {
  switch (pattern.kind) {
    case Kind::AnyString: return next();
    case Kind::StringHole: return bind_node(pattern.name, t, next);
    case Kind::StringRegex: return match_regex(pattern, unit_.text(t), next);
    default:
      if (pattern.name == unit_.node(t).text) next();
  }
}

void Matcher::match_hole(const PatternNode& pattern, NodeId t, Next next) {
  const Node& target = unit_.node(t);
  // `f($X)` does not see a keyword argument; `def f($X)` binds the parameter's name.
  if (target.kind == Kind::KeywordArgument && pattern.role == Role::Element) return;
  if (target.kind == Kind::Parameter || target.kind == Kind::ImportedName)
    if (NodeId name = unit_.child(t, Role::Name); name.valid()) t = name;
  // Where expressions stand as statements without a `;`, it is the expression that is bound; of `{a}`,
  // which is `{a: a}`, it is the variable.
  if (target.kind == Kind::ExprStmt || target.kind == Kind::Pair)
    if (NodeId value = unit_.child(t, Role::Value); value.valid() && unit_.node(value).begin == target.begin && unit_.node(value).end == target.end) t = value;
  if (pattern.type >= 0 && !index_.types().has_type(t, pattern_.types[static_cast<std::size_t>(pattern.type)])) return;
  NodeId type = pattern.word.valid() ? index_.types().written_type(t) : NodeId{};
  if (type.valid()) bind_node(pattern.word, type, [&] { bind_node(pattern.name, t, next); });
  else bind_node(pattern.name, t, next);
  // What a name was given may be the name that other patterns know.
  bool is_use = target.role != Role::Target && target.role != Role::Name;
  NodeId given = pattern_.options.symbolic_propagation && target.kind == Kind::Name && is_use ? index_.assigned(t) : NodeId{};
  if (given.valid() && unit_.node(given).kind == Kind::Name) bind_node(pattern.name, given, next);
}

void Matcher::bind_node(NameId variable, NodeId t, Next next) {
  Binding binding;
  binding.variable = variable;
  binding.range = {unit_.node(t).begin, unit_.node(t).end};
  binding.node = t;
  bind(binding, next);
}

void Matcher::bind(const Binding& binding, Next next) {
  if (!binding.variable.valid()) return next();  // `$_`
  if (const Binding* known = bindings_.find(binding.variable)) {
    if (agreement_.same_value(*known, binding)) next();
    return;
  }
  bindings_.push(binding);
  next();
  bindings_.pop();
}

void Matcher::match_string_hole(const PatternNode& pattern, NodeId t, Next next) {
  Binding binding;
  binding.variable = pattern.name;
  binding.is_text = true;
  binding.range = content_range(unit_, t);
  if (unit_.node(t).kind != Kind::String) {
    const Constant* constant = constant_at(t);
    if (!constant || constant->kind != Kind::String) return;
    if (constant->literal.valid()) {
      binding.range = content_range(unit_, constant->literal);
    } else {
      if (!constant->is_known) return;
      binding.range = joined_range(unit_, t);
      binding.joined = constant->text;
    }
  }
  bind(binding, next);
}

void Matcher::match_string_regex(const PatternNode& pattern, NodeId t, Next next) {
  std::string_view text;
  if (unit_.node(t).kind == Kind::String) {
    text = unit_.text(t);
  } else {
    const Constant* constant = constant_at(t);
    if (!constant || constant->kind != Kind::String || !constant->is_known) return;
    text = constant->text;
  }
  match_regex(pattern, text, next);
}

void Matcher::match_regex(const PatternNode& pattern, std::string_view text, Next next) {
  bool limit_met = false;
  bool found = pattern_.regexes[static_cast<std::size_t>(pattern.regex)].is_found_in(text, limit_met);
  gave_up_ |= limit_met;
  if (found) next();
}

void Matcher::match_deep(const PatternNode& pattern, NodeId t, Next next) {
  std::uint32_t inner = pattern.groups[0].children[0];
  if (!pattern_.options.go_deeper_expr) return match(inner, t, next);
  for (std::uint32_t i = t.index; i < unit_.node(t).last && !gave_up_;) {
    // Not into the bodies of functions: they run at another time.
    bool is_body = unit_.node({i}).kind == Kind::Block && i != t.index;
    if (!is_body) match(inner, {i}, next);
    i = is_body ? unit_.node({i}).last : i + 1;
  }
}

void Matcher::match_code(std::uint32_t p, NodeId t, Next next) {
  const PatternNode& pattern = node(p);
  const Node& target = unit_.node(t);
  if (match_by_meaning(pattern, t, next)) return;
  if (pattern.kind == Kind::Member && is_chain_gap(pattern)) return match_chain(pattern, t, next);
  if (pattern.kind == Kind::ExprStmt) return match_statement(pattern, t, next);
  if (target.kind == Kind::Cast && pattern.kind != Kind::Cast && p != pattern_.root) {
    if (NodeId value = unit_.child(t, Role::Value); value.valid()) match(p, value, next);
    return;
  }
  if (target.kind != pattern.kind) {
    match_other_kind(p, t, next);
    if (pattern_.options.symbolic_propagation && target.kind == Kind::Name) match_assigned(p, t, next);
    return;
  }
  if (target.kind == Kind::Other && target.symbol != pattern.symbol) return;
  if (pattern.kind == Kind::Import) return match_import(pattern, t, next);
  if (pattern.kind == Kind::Symbol && !pattern.groups.empty()) return match_symbol(node(pattern.groups[0].children[0]), t, next);
  if (pattern.kind == Kind::Attribute) return match_attribute(pattern, t, next);
  if (pattern.word.valid() && !has_word(pattern, t)) return;
  if (pattern.kind == Kind::Assign && pattern.name.valid() && pattern.name != target.text) return match_compound(pattern, t, next);
  // `"a" "b"` and a string with code in it are different things.
  if (pattern.kind == Kind::Template && pattern.name != target.text) return;
  if (pattern.name.valid() && pattern.name != target.text) return;
  if (pattern.kind == Kind::Binary) return match_binary(p, t, next);
  if (pattern.kind == Kind::Assign) match_pairs(pattern, t, next);
  match_children(pattern, t, next);
}

// `:$X` binds what the symbol is called; `:...` is any symbol.
void Matcher::match_symbol(const PatternNode& hole, NodeId t, Next next) {
  if (hole.kind == Kind::Ellipsis) return next();
  Binding binding;
  binding.variable = hole.name;
  binding.range = content_range(unit_, t);
  binding.is_text = true;
  bind(binding, next);
}

const Constant* Matcher::constant_at(NodeId t) const { return pattern_.options.constant_propagation ? index_.constant(t) : nullptr; }

// With `symbolic_propagation`: a name also is the expression that it was given.
void Matcher::match_assigned(std::uint32_t p, NodeId t, Next next) {
  Role role = unit_.node(t).role;
  bool is_use = role != Role::Name && role != Role::Target && role != Role::Type && role != Role::Callee && p != pattern_.root;
  NodeId value = is_use ? index_.assigned(t) : NodeId{};
  // A value may be a name again; a chain of them ends where the file does.
  if (value.valid() && value.index < t.index) match(p, value, next);
}

// `$X = $X + e` also means `x += e`.
void Matcher::match_compound(const PatternNode& pattern, NodeId t, Next next) {
  std::string_view op = unit_.text(t);
  const auto* p_target = group_of(pattern, Role::Target);
  const auto* p_value = group_of(pattern, Role::Value);
  bool is_compound = pattern.name.valid() && unit_.names().text(pattern.name) == "=" && op.size() > 1 && op.ends_with('=');
  if (!is_compound || !p_target || !p_value) return;
  const PatternNode& sum = node(p_value->children[0]);
  const auto* left = group_of(sum, Role::Left);
  const auto* right = group_of(sum, Role::Right);
  NodeId target = unit_.child(t, Role::Target), value = unit_.child(t, Role::Value);
  bool is_same = sum.kind == Kind::Binary && sum.name.valid() && unit_.names().text(sum.name) == op.substr(0, op.size() - 1);
  if (!is_same || !left || !right || !target.valid() || !value.valid()) return;
  match(p_target->children[0], target, [&] {
    match(left->children[0], target, [&] { match(right->children[0], value, next); });
  });
}

// `$X = e` also matches one pair of `a, b = d, e`.
void Matcher::match_pairs(const PatternNode& pattern, NodeId t, Next next) {
  NodeId targets = unit_.child(t, Role::Target), values = unit_.child(t, Role::Value);
  const auto* p_target = group_of(pattern, Role::Target);
  const auto* p_value = group_of(pattern, Role::Value);
  bool are_tuples = targets.valid() && values.valid() && unit_.node(targets).kind == Kind::Tuple && unit_.node(values).kind == Kind::Tuple;
  if (!are_tuples || !p_target || !p_value || node(p_target->children[0]).kind == Kind::Tuple) return;
  Children names = children_of_role(targets, Role::Element), given = children_of_role(values, Role::Element);
  if (names.size() != given.size()) return;
  for (std::size_t i = 0; i < names.size() && !gave_up_; ++i)
    match(p_target->children[0], {names[i]}, [&] { match(p_value->children[0], {given[i]}, next); });
}

// `a. ... ` as the receiver in `a. ... .b()`.
bool Matcher::is_chain_gap(const PatternNode& member) const {
  const auto* name = group_of(member, Role::Name);
  return name && is_ellipsis(name->children[0]) && group_of(member, Role::Object);
}

// Any number of members, calls and elements may stand between.
void Matcher::match_chain(const PatternNode& pattern, NodeId t, Next next) {
  std::uint32_t begin = group_of(pattern, Role::Object)->children[0];
  while (t.valid() && !gave_up_) {
    match(begin, t, next);
    switch (unit_.node(t).kind) {
      case Kind::Call: t = unit_.child(t, Role::Callee); break;
      case Kind::Member: case Kind::Index: t = unit_.child(t, Role::Object); break;
      default: return;
    }
  }
}

// Different kinds that mean the same.
void Matcher::match_other_kind(std::uint32_t p, NodeId t, Next next) {
  const PatternNode& pattern = node(p);
  const Node& target = unit_.node(t);
  if (is_literal(pattern.kind)) return match_constant(pattern, t, next);
  switch (pattern.kind) {
    case Kind::Assign: return match_definition_as_assignment(pattern, t, next);
    case Kind::Function: case Kind::Lambda: return match_named_lambda(p, t, next);
    case Kind::Call:
      if (target.kind == Kind::Attribute) return pattern_.options.attr_expr ? match_attribute_as_call(pattern, t, next) : void();
      return match_bare_call(pattern, t, next);
    case Kind::Regex: {
      const Constant* constant = constant_at(t);
      bool is_regex = constant && constant->kind == Kind::Regex && constant->literal.valid();
      return is_regex ? match(p, constant->literal, next) : void();
    }
    case Kind::Import: return match_require_as_import(pattern, t, next);
    case Kind::Return: return match_implicit_return(pattern, t, next);
    case Kind::Name:
      // The other way round: `{a: 1}` is `{"a": 1}`.
      if (pattern.role == Role::Key && target.kind == Kind::String && same_.has_optional_key_quotes && pattern.name == target.text) next();
      return;
    case Kind::For: case Kind::While: return match_any_loop(pattern, t, next);
    case Kind::Parameter:
      if (target.kind == Kind::Name && pattern.roles == role_bit(Role::Name)) match(pattern.groups[0].children[0], t, next);
      return;
    case Kind::Block: return match_expression_body(pattern, t, next);
    // `{...}` reads as a set, and is a dictionary as well; `[...]` is a list, and a map where those
    // stand in brackets. A comprehension in brackets is a list, too.
    case Kind::Set: return is_any_list(pattern) && target.kind == Kind::Map ? next() : void();
    case Kind::Array: {
      bool is_map = target.kind == Kind::Map && same_.has_maps_in_brackets;
      bool is_comprehension = target.kind == Kind::Comprehension && unit_.code(t).starts_with('[');
      return is_any_list(pattern) && (is_map || is_comprehension) ? next() : void();
    }
    default:
      if (target.kind == Kind::Block) match_return_body(p, t, next);
      return;
  }
}

// `for (...) { }` is any loop with a header.
void Matcher::match_any_loop(const PatternNode& pattern, NodeId t, Next next) {
  Kind kind = unit_.node(t).kind;
  bool is_loop = kind == Kind::For || kind == Kind::ForEach || (kind == Kind::While && same_.has_for_only);
  if (!is_loop || !is_any_loop(pattern)) return;
  const auto* body = group_of(pattern, Role::Body);
  NodeId t_body = unit_.child(t, Role::Body);
  if (!body) return next();
  if (t_body.valid()) match(body->children[0], t_body, next);
}

bool Matcher::is_any_loop(const PatternNode& pattern) const {
  if (pattern.kind != Kind::For && !(pattern.kind == Kind::While && same_.has_for_only)) return false;
  bool has_gap = false;
  for (const auto& group : pattern.groups) {
    if (group.role == Role::Body) continue;
    for (std::uint32_t p : group.children) {
      if (!is_ellipsis(p)) return false;
      // `for (...)`, not `for (...; ...; ...)`: what the header lacks was added to the pattern.
      has_gap |= pattern.kind == Kind::While || node(p).name.valid();
    }
  }
  return has_gap;
}

// A literal also matches what is known to be worth the same.
void Matcher::match_constant(const PatternNode& pattern, NodeId t, Next next) {
  const Node& literal = unit_.node(t);
  if (same_.coerces_literals && is_literal(literal.kind)) {
    if (pattern.name == literal.text) next();
    return;
  }
  const Constant* constant = constant_at(t);
  bool is_same_value = constant && constant->is_known && constant->kind == pattern.kind && constant->text == unit_.names().text(pattern.name);
  if (is_same_value) next();
}

// `a.b` and `b` may call as `a.b()` and `b()` do.
bool Matcher::calls_without_parentheses(const PatternNode& pattern) const {
  if (!equivalences_of(pattern_.language).calls_without_parentheses || pattern.kind != Kind::Call) return false;
  const auto* arguments = group_of(pattern, Role::Arguments);
  return arguments && takes_no_arguments(arguments->children[0]);
}

void Matcher::match_bare_call(const PatternNode& pattern, NodeId t, Next next) {
  const Node& target = unit_.node(t);
  bool is_use = target.role != Role::Callee && target.role != Role::Target && target.role != Role::Name && target.role != Role::Type;
  bool is_bare = target.kind == Kind::Name || target.kind == Kind::Member;
  const auto* callee = group_of(pattern, Role::Callee);
  if (!is_use || !is_bare || !callee || node(callee->children[0]).kind == Kind::Hole || !calls_without_parentheses(pattern)) return;
  match(callee->children[0], t, next);
}

// `f(x)` also means `@f(x)`.
void Matcher::match_attribute_as_call(const PatternNode& pattern, NodeId t, Next next) {
  const auto* callee = group_of(pattern, Role::Callee);
  const auto* arguments = group_of(pattern, Role::Arguments);
  NodeId name = unit_.child(t, Role::Name), given = unit_.child(t, Role::Arguments);
  if (!callee || !arguments || !name.valid()) return;
  match(callee->children[0], name, [&] {
    if (given.valid()) return match(arguments->children[0], given, next);
    if (takes_no_arguments(arguments->children[0])) next();
  });
}

// `@a` is `@a()`: what follows the name must be the same, if anything does.
void Matcher::match_attribute(const PatternNode& pattern, NodeId t, Next next) {
  const auto* asked = group_of(pattern, Role::Arguments);
  NodeId given = unit_.child(t, Role::Arguments);
  if (asked && given.valid()) return match_children(pattern, t, next);
  if (given.valid() && unit_.first_child(given).valid()) return;
  if (asked && !takes_no_arguments(asked->children[0])) return;
  const auto* name = group_of(pattern, Role::Name);
  NodeId t_name = unit_.child(t, Role::Name);
  if (!name || !t_name.valid()) return match_children(pattern, t, next, role_bit(Role::Arguments));
  match(name->children[0], t_name, next);
}

// `[...]`, `{...}`: nothing but an ellipsis in it.
bool Matcher::is_any_list(const PatternNode& pattern) const {
  return pattern.groups.size() == 1 && pattern.groups[0].children.size() == 1 && is_ellipsis(pattern.groups[0].children[0]);
}

// `{x: e}` and `class { x = e }`, where they are assignments.
bool Matcher::is_field(NodeId t) const {
  if (!same_.has_field_definitions) return false;
  if (unit_.node(t).kind == Kind::Pair) return true;
  NodeId list = unit_.parent(t);
  bool is_member = unit_.node(t).kind == Kind::VarDef && list.valid() && unit_.parent(list).valid();
  return is_member && unit_.node(unit_.parent(list)).kind == Kind::Class;
}

// What options make of `var` and of `/>`.
bool Matcher::has_word(const PatternNode& pattern, NodeId t) const {
  std::string_view word = unit_.names().text(pattern.word), code = unit_.code(t);
  if (pattern.kind == Kind::Element) return pattern_.options.xml_singleton_loose_matching || code.ends_with("/>");
  return word != "var" || pattern_.options.let_is_var || definition_word(unit_, t) == word;
}

// `$X = e` also means `T x = e`, `x := e`, `const x = e`.
void Matcher::match_definition_as_assignment(const PatternNode& pattern, NodeId t, Next next) {
  const bool field = is_field(t);
  if (!field && unit_.node(t).kind != Kind::VarDef) return;
  if (field ? !pattern_.options.flddef_assign : !pattern_.options.vardef_assign) return;
  bool is_plain = !pattern.name.valid() || is_plain_assignment(unit_.names().text(pattern.name));
  NodeId name = unit_.child(t, unit_.node(t).kind == Kind::Pair ? Role::Key : Role::Name), value = unit_.child(t, Role::Value);
  const auto* p_target = group_of(pattern, Role::Target);
  const auto* p_value = group_of(pattern, Role::Value);
  if (!is_plain || !name.valid() || !value.valid() || !p_target || !p_value) return;
  // Go's `var a, b = f()` is no assignment to a tuple, `a, b := f()` is.
  bool is_list = unit_.node(name).kind == Kind::Tuple && !same_.list_definition_word.empty() && unit_.code(t).starts_with(same_.list_definition_word);
  if (is_list) return;
  match(p_target->children[0], name, [&] { match(p_value->children[0], value, next); });
}

// `function $F(...) { ... }` also means `const f = (...) => { ... }` and `{ f: (...) => ... }`.
void Matcher::match_named_lambda(std::uint32_t p, NodeId t, Next next) {
  const PatternNode& pattern = node(p);
  Kind kind = unit_.node(t).kind;
  if (!pattern_.options.arrow_is_function && kind != Kind::Function) return;
  // A function with a name is a value where no statement stands.
  if (kind == Kind::Function && pattern.kind == Kind::Lambda)
    return index_.is_statement(t) ? void() : match_children(pattern, t, next);
  if (kind == Kind::Lambda && !group_of(pattern, Role::Name)) return match_children(pattern, t, next);
  const auto* p_name = group_of(pattern, Role::Name);
  // The name of a function that is a value is seen by itself only: any value will do.
  bool is_hole = p_name && node(p_name->children[0]).kind == Kind::Hole && pattern_.root != p;
  bool is_open = kind == Kind::Lambda && p_name && (is_hole || is_ellipsis(p_name->children[0]));
  if (is_open) return match_children(pattern, t, next, role_bit(Role::Name));
  if (!pattern_.options.arrow_is_function) return;
  if (pattern.kind != Kind::Function || (kind != Kind::VarDef && kind != Kind::Pair && kind != Kind::Assign)) return;
  NodeId name = unit_.child(t, kind == Kind::Pair ? Role::Key : kind == Kind::Assign ? Role::Target : Role::Name);
  NodeId value = unit_.child(t, Role::Value);
  if (!p_name || !name.valid() || !value.valid() || unit_.node(value).kind != Kind::Lambda) return;
  match(p_name->children[0], name, [&] { match_children(pattern, value, next, role_bit(Role::Name)); });
}

}  // namespace sluice
