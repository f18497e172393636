#include "analyzers/unit/fields.h"

#include <algorithm>

#include "base/text.h"

namespace sluice {
namespace {

std::string_view without_dollar(std::string_view name) { return name.starts_with('$') ? name.substr(1) : name; }

bool is_self(std::string_view word) {
  return word == "this" || word == "self" || word == "$this" || word == "cls" || word == "static" || word == "Self";
}

// C#'s `f(ref x, out y)`: the tree has the names alone.
bool is_given_to_write(const Unit& unit, NodeId arguments, NodeId argument) {
  if (unit.language() != Language::CSharp) return false;
  std::uint32_t end = unit.node(argument).begin, begin = unit.node(arguments).begin;
  // A word and the spaces around it; what is longer is something else.
  begin = std::max(begin, end - std::min<std::uint32_t>(end, 64));
  std::string_view before = trim(unit.source_text().substr(begin, end - begin));
  return before.ends_with("ref") || before.ends_with("out");
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

Fields::Fields(const Unit& unit) : unit_(unit) {
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    if (unit.node({i}).kind != Kind::Class) continue;
    NodeId name = unit.child({i}, Role::Name);
    if (!name.valid() || !unit.node(name).text.valid()) continue;
    auto [known, is_new] = classes_.emplace(unit.text(name), NodeId{i});
    if (!is_new) known->second = {};
  }
  if (classes_.empty()) return;
  for (std::uint32_t i = 0; i < unit.size(); ++i) visit({i});
}

void Fields::visit(NodeId id) {
  switch (unit_.node(id).kind) {
    case Kind::VarDef: {
      NodeId list = unit_.parent(id);
      NodeId owner = list.valid() ? unit_.parent(list) : NodeId{};
      bool is_member = owner.valid() && unit_.node(owner).kind == Kind::Class && unit_.node(list).role == Role::Body;
      if (is_member) return add_definition(id, owner);
      return add_unknown_writes(unit_.child(id, Role::Name));  // `with open(f) as self.file`
    }
    // Each round of a loop writes, and each failure.
    case Kind::ForEach: add_unknown_writes(unit_.child(id, Role::Target)); [[fallthrough]];
    case Kind::Catch: return add_unknown_writes(unit_.child(id, Role::Name));
    case Kind::Arguments:
      for (NodeId argument : unit_.children(id))
        if (is_given_to_write(unit_, id, argument)) add_unknown_writes(argument);
      return;
    case Kind::Assign: return add_assignment(id);
    case Kind::Unary:
      if (unit_.text(id) == "++" || unit_.text(id) == "--" || unit_.text(id) == "&") add_unknown_writes(unit_.child(id, Role::Operand));
      return;
    default: return;
  }
}

void Fields::add_definition(NodeId definition, NodeId owner) {
  NodeId name = unit_.child(definition, Role::Name), value = unit_.child(definition, Role::Value);
  if (!name.valid() || unit_.node(name).kind != Kind::Name || !unit_.node(name).text.valid()) return;
  Field& field = fields_[{owner.index, without_dollar(unit_.text(name))}];
  field.is_closed = is_declared_closed(definition) || is_closed_by_name(unit_.text(name));
  if (!value.valid()) return;
  ++field.writes;
  field.value = value;
}

void Fields::add_assignment(NodeId assignment) {
  NodeId target = unit_.child(assignment, Role::Target), value = unit_.child(assignment, Role::Value);
  if (!target.valid()) return;
  auto key = key_of(target);
  if (!key) return add_unknown_writes(target);
  auto [known, is_new] = fields_.try_emplace(*key);
  Field& field = known->second;
  if (is_new) field.is_closed = is_closed_by_name(key->second);
  ++field.writes;
  if (unit_.text(assignment) == "=" && is_written_once(assignment, {key->first})) field.value = value;
  else ++field.writes;  // who knows when and how often
}

void Fields::add_unknown_writes(NodeId target) {
  if (!target.valid()) return;
  for (std::uint32_t i = target.index; i < unit_.node(target).last; ++i) {
    if (auto key = key_of({i})) fields_[*key].writes += 2;
    if (unit_.node({i}).kind != Kind::Member) continue;
    NodeId name = unit_.child({i}, Role::Name);
    if (name.valid() && unit_.node(name).text.valid()) foreign_.insert(without_dollar(unit_.text(name)));
  }
}

// In the class itself, or a statement of its constructor's own.
bool Fields::is_written_once(NodeId assignment, NodeId owner) const {
  NodeId statement = unit_.parent(assignment);
  NodeId list = statement.valid() && unit_.node(statement).kind == Kind::ExprStmt ? unit_.parent(statement) : NodeId{};
  NodeId around = list.valid() ? unit_.parent(list) : NodeId{};
  if (!around.valid()) return false;
  if (around == owner) return true;
  NodeId name = unit_.child(around, Role::Name), own = unit_.child(owner, Role::Name);
  if (unit_.node(around).kind != Kind::Function || unit_.node(list).role != Role::Body) return false;
  if (!name.valid()) return unit_.language() == Language::Kotlin;  // `init { }`
  std::string_view word = unit_.text(name);
  return word == "constructor" || word == "__init__" || word == "__construct" || word == "initialize" || word == "init" || (own.valid() && word == unit_.text(own));
}

// What a constructor gives a member of C++ may stand in another file: only what is `static` has the
// value of its declaration for sure. The `const` of a pointer is that of what it leads to.
bool Fields::is_static_constant(NodeId definition) const {
  bool is_static = false, is_constant = false;
  NodeId type = unit_.child(definition, Role::Type);
  bool is_pointer = type.valid() && unit_.code(type).find_first_of("*&") != std::string_view::npos;
  for (NodeId child : unit_.children(definition)) {
    if (unit_.node(child).kind != Kind::Modifier) continue;
    is_static |= unit_.text(child) == "static";
    is_constant |= unit_.text(child) == "constexpr" || (unit_.text(child) == "const" && !is_pointer);
  }
  return is_static && is_constant;
}

bool Fields::is_declared_closed(NodeId definition) const {
  if (unit_.language() == Language::Cpp || unit_.language() == Language::C) return is_static_constant(definition);
  bool is_open = false, is_closed = false;
  for (NodeId child : unit_.children(definition)) {
    if (unit_.node(child).kind != Kind::Modifier) continue;
    std::string_view word = unit_.text(child);
    is_closed |= word == "private" || word == "final" || word == "readonly" || word == "const" || word == "val" || word == "let";
    is_open |= word == "public" || word == "protected" || word == "internal";
  }
  return is_closed || (!is_open && unit_.language() == Language::CSharp);
}

bool Fields::is_closed_by_name(std::string_view name) const {
  switch (unit_.language()) {
    case Language::Python: return name.starts_with('_') || std::ranges::all_of(name, [](char c) { return is_upper(c) || c == '_' || (c >= '0' && c <= '9'); });
    case Language::Ruby: return name.starts_with('@') || (!name.empty() && is_upper(name[0]));
    case Language::Js: case Language::Ts: case Language::Tsx: return name.starts_with('#');
    default: return false;
  }
}

NodeId Fields::enclosing_class(NodeId id) const {
  while (id.valid() && unit_.node(id).kind != Kind::Class) id = unit_.parent(id);
  return id;
}

NodeId Fields::class_meant(NodeId object) const {
  if (!object.valid() || unit_.node(object).kind != Kind::Name || !unit_.node(object).text.valid()) return {};
  if (is_self(unit_.text(object))) return enclosing_class(object);
  auto known = classes_.find(unit_.text(object));
  return known == classes_.end() ? NodeId{} : known->second;
}

std::optional<Fields::Key> Fields::key_of(NodeId access) const {
  const Node& node = unit_.node(access);
  NodeId owner, name = access;
  if (node.kind == Kind::Member) {
    name = unit_.child(access, Role::Name);
    owner = class_meant(unit_.child(access, Role::Object));
  } else if (node.kind == Kind::Name && node.text.valid()) {
    if (unit_.text(access).starts_with('@')) {
      owner = enclosing_class(access);
    } else if (NodeId declaration = unit_.declaration(access); declaration.valid()) {
      // Declared among the members: by a definition, or in Python and Ruby by an assignment.
      NodeId definition = unit_.parent(declaration);
      NodeId list = definition.valid() ? unit_.parent(definition) : NodeId{};
      if (list.valid() && unit_.node(list).kind == Kind::ExprStmt) list = unit_.parent(list);
      bool is_member = list.valid() && unit_.node(list).role == Role::Body && unit_.node(unit_.parent(list)).kind == Kind::Class;
      bool is_variable = unit_.node(definition).kind == Kind::VarDef || unit_.node(definition).kind == Kind::Assign;
      if (is_member && is_variable) owner = unit_.parent(list);
    }
  }
  if (!owner.valid() || !name.valid() || unit_.node(name).kind != Kind::Name || !unit_.node(name).text.valid()) return std::nullopt;
  return Key{owner.index, without_dollar(unit_.text(name))};
}

NodeId Fields::value_of(NodeId access) const {
  if (fields_.empty()) return {};
  auto key = key_of(access);
  auto known = key ? fields_.find(*key) : fields_.end();
  if (known == fields_.end()) return {};
  const Field& field = known->second;
  bool is_kept = field.is_closed && field.writes == 1 && field.value.valid() && !foreign_.contains(key->second);
  return is_kept ? field.value : NodeId{};
}

}  // namespace sluice
