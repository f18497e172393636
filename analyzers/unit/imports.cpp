#include "analyzers/unit/imports.h"

#include <string>

#include "analyzers/languages/definition.h"
#include "analyzers/unit/unit.h"

namespace sluice {
namespace {

using Aliases = std::unordered_map<std::uint32_t, std::string>;  // local name (NameId) → dotted meaning

// `a.b.c` of a Name or a chain of Members of Names; empty for anything else.
std::string dotted(const Unit& unit, NodeId id) {
  std::string path;
  while (id.valid() && unit.node(id).kind == Kind::Member) {
    NodeId name = unit.child(id, Role::Name);
    if (!name.valid() || unit.node(name).kind != Kind::Name) return {};
    path = "." + std::string(unit.text(name)) + path;
    id = unit.child(id, Role::Object);
  }
  if (!id.valid() || unit.node(id).kind != Kind::Name) return {};
  return std::string(unit.text(id)) + path;
}

// A module may be written as a dotted name or as text: './lib/net.js' is `net`.
std::string module_name(const Unit& unit, NodeId id, ImportStyle style) {
  if (!id.valid()) return {};
  if (unit.node(id).kind != Kind::String) return dotted(unit, id);
  std::string text(unit.text(id));
  if (style == ImportStyle::LastPath) return text;
  if (text.starts_with('.'))
    if (std::size_t slash = text.rfind('/'); slash != std::string::npos) text.erase(0, slash + 1);
  if (text.starts_with("node:")) text.erase(0, 5);
  for (std::string_view extension : {".js", ".mjs", ".cjs", ".ts"})
    if (text.ends_with(extension)) text.erase(text.size() - extension.size());
  return text;
}

std::string_view last_segment(std::string_view path, char separator) {
  std::size_t at = path.rfind(separator);
  return at == std::string_view::npos ? path : path.substr(at + 1);
}

void add_alias(const Unit& unit, std::string_view local, std::string meaning, Aliases& aliases) {
  if (meaning.empty() || local.empty() || local == meaning) return;
  if (NameId id = unit.names().find(local); id.valid()) aliases[id.index] = std::move(meaning);
}

void add_import(const Unit& unit, NodeId import, ImportStyle style, Aliases& aliases) {
  std::string module = module_name(unit, unit.child(import, Role::Module), style);
  NodeId alias = unit.child(import, Role::Alias);
  if (alias.valid()) add_alias(unit, unit.text(alias), module, aliases);
  bool lists_names = false;
  for (NodeId child : unit.children(import)) {
    lists_names |= unit.node(child).kind == Kind::Token;  // `import a.b.*` does not name b
    if (unit.node(child).kind != Kind::ImportedName) continue;
    lists_names = true;
    NodeId name = unit.child(child, Role::Name);
    NodeId local = unit.child(child, Role::Alias);
    // `import * as ns from 'm'`
    if (name.valid() && local.valid() && unit.text(name) == "*") add_alias(unit, unit.text(local), module, aliases);
    std::string full = name.valid() ? dotted(unit, name) : std::string();
    if (full.empty() || module.empty()) continue;
    add_alias(unit, local.valid() ? unit.text(local) : std::string_view(full), module + "." + full, aliases);
  }
  if (alias.valid() || lists_names || module.empty()) return;
  if (style == ImportStyle::LastName) add_alias(unit, last_segment(module, '.'), module, aliases);
  if (style == ImportStyle::LastPath) add_alias(unit, last_segment(module, '/'), module, aliases);
}

// `const cp = require('child_process')`, `const {exec: e} = require('child_process')`.
void add_require(const Unit& unit, NodeId definition, Aliases& aliases) {
  NodeId value = unit.child(definition, Role::Value);
  NodeId name = unit.child(definition, Role::Name);
  if (!value.valid() || !name.valid() || unit.node(value).kind != Kind::Call) return;
  NodeId callee = unit.child(value, Role::Callee);
  NodeId arguments = unit.child(value, Role::Arguments);
  if (!callee.valid() || unit.text(callee) != "require" || !arguments.valid()) return;
  NodeId path = unit.first_child(arguments);
  if (!path.valid() || unit.node(path).kind != Kind::String) return;
  std::string module = module_name(unit, path, ImportStyle::Names);
  if (unit.node(name).kind == Kind::Name) return add_alias(unit, unit.text(name), module, aliases);
  for (NodeId item : unit.children(name)) {
    NodeId key = unit.node(item).kind == Kind::Pair ? unit.child(item, Role::Key) : item;
    NodeId local = unit.node(item).kind == Kind::Pair ? unit.child(item, Role::Value) : item;
    if (key.valid() && local.valid() && unit.node(key).kind == Kind::Name && unit.node(local).kind == Kind::Name)
      add_alias(unit, unit.text(local), module + "." + std::string(unit.text(key)), aliases);
  }
}

// `[a.b :as c :refer [d e]]`
void add_vector(const Unit& unit, NodeId vector, Aliases& aliases) {
  NodeId module = unit.first_child(vector);
  std::string path = module.valid() ? dotted(unit, module) : std::string();
  if (path.empty()) return;
  for (NodeId key = unit.next_sibling(module); key.valid(); key = unit.next_sibling(key)) {
    NodeId value = unit.next_sibling(key);
    if (unit.node(key).kind != Kind::Symbol || !value.valid()) continue;
    if (unit.text(key) == "as") add_alias(unit, unit.text(value), path, aliases);
    if (unit.text(key) != "refer" || unit.node(value).kind != Kind::Array) continue;
    for (NodeId name : unit.children(value)) add_alias(unit, unit.text(name), path + "." + std::string(unit.text(name)), aliases);
  }
}

void add_class(const Unit& unit, const std::string& path, Aliases& aliases) { add_alias(unit, last_segment(path, '.'), path, aliases); }

// `(import 'a.b.C)`, `(:import a.b.C (a.b D E) [a.b F])`
void add_classes(const Unit& unit, NodeId call, Aliases& aliases) {
  NodeId callee = unit.child(call, Role::Callee), arguments = unit.child(call, Role::Arguments);
  if (!callee.valid() || !arguments.valid() || unit.text(callee) != "import") return;
  for (NodeId each : unit.children(arguments)) {
    if (unit.node(each).kind == Kind::Unary) each = unit.first_child(each);
    if (!each.valid()) continue;
    std::string path = dotted(unit, each);
    if (!path.empty()) add_class(unit, path, aliases);
    NodeId package = unit.first_child(each), names = package;
    std::string prefix = package.valid() && path.empty() ? dotted(unit, package) : std::string();
    if (prefix.empty()) continue;
    if (unit.node(each).kind == Kind::Call) names = unit.first_child(unit.child(each, Role::Arguments));
    for (; names.valid(); names = unit.next_sibling(names))
      if (unit.node(names).kind == Kind::Name && names != package) add_class(unit, prefix + "." + std::string(unit.text(names)), aliases);
  }
}

Aliases find_aliases(const Unit& unit, ImportStyle style) {
  Aliases aliases;
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    NodeId id{i};
    if (style == ImportStyle::Vectors) {
      if (unit.node(id).kind == Kind::Array) add_vector(unit, id, aliases);
      else if (unit.node(id).kind == Kind::Call) add_classes(unit, id, aliases);
      continue;
    }
    if (unit.node(id).kind == Kind::Import) add_import(unit, id, style, aliases);
    else if (unit.node(id).kind == Kind::VarDef && style == ImportStyle::Names) add_require(unit, id, aliases);
  }
  return aliases;
}

bool is_inside_import(const Unit& unit, NodeId id) {
  for (; id.valid(); id = unit.parent(id))
    if (unit.node(id).kind == Kind::Import) return true;
  return false;
}

}  // namespace

std::unordered_map<std::uint32_t, NameId> resolve_imports(const Unit& unit, Names& names) {
  std::unordered_map<std::uint32_t, NameId> canonical;
  const LanguageDefinition* definition = find_definition(unit.language());
  if (!definition || definition->imports == ImportStyle::None) return canonical;
  Aliases aliases = find_aliases(unit, definition->imports);
  if (aliases.empty()) return canonical;
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    const Node& node = unit.node({i});
    if (node.kind != Kind::Name || node.role == Role::Name) continue;  // a member's name is not a use of its own
    auto alias = aliases.find(node.text.index);
    if (alias == aliases.end() || is_inside_import(unit, {i})) continue;
    std::string meaning = alias->second;
    canonical[i] = names.intern(meaning);
    // The chains that begin here: `cp.spawn.sync`.
    for (NodeId at{i}; unit.node(at).role == Role::Object && unit.node(unit.parent(at)).kind == Kind::Member;) {
      at = unit.parent(at);
      NodeId name = unit.child(at, Role::Name);
      if (!name.valid() || unit.node(name).kind != Kind::Name) break;
      meaning += "." + std::string(unit.text(name));
      canonical[at.index] = names.intern(meaning);
    }
  }
  return canonical;
}

}  // namespace sluice
