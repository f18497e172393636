#include "analyzers/unit/imports.h"

#include <string>
#include <unordered_set>

#include "analyzers/languages/definition.h"
#include "analyzers/unit/unit.h"

namespace sluice {
namespace {

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

bool is_function(Kind kind) { return kind == Kind::Function || kind == Kind::Lambda; }

// Walks the file in its order: an import holds from where it stands, in a function to its end.
class ImportWalk {
 public:
  ImportWalk(const Unit& unit, Names& names, ImportStyle style) : unit_(unit), names_(names), style_(style) {}

  Imports run() && {
    for (std::uint32_t i = 0; i < unit_.size();) {
      leave_functions(i);
      const Node& node = unit_.node({i});
      if (node.kind == Kind::Import) {
        add_import({i});
        i = node.last;  // its names are no uses
        continue;
      }
      if (style_ == ImportStyle::Vectors && node.kind == Kind::Array) add_vector({i});
      if (style_ == ImportStyle::Vectors && node.kind == Kind::Call) add_classes({i});
      if (is_function(node.kind)) open_.push_back({i, undo_.size()});
      if (node.kind == Kind::VarDef && style_ == ImportStyle::Names) add_require({i}, Role::Name);
      if (node.kind == Kind::Assign && style_ == ImportStyle::Names) add_require({i}, Role::Target);
      if (node.kind == Kind::Name) resolve({i});
      ++i;
    }
    return std::move(imports_);
  }

 private:
  // --- what is imported ---

  void add_alias(std::string_view local, std::string meaning) {
    if (meaning.empty() || local.empty()) return;
    NameId id = unit_.names().find(local);
    if (!id.valid()) return;
    if (!open_.empty()) undo_.emplace_back(id.index, aliases_[id.index]);
    aliases_[id.index] = local == meaning ? std::string() : std::move(meaning);
  }

  void add_import(NodeId import) {
    std::string module = module_name(unit_, unit_.child(import, Role::Module), style_);
    NodeId alias = unit_.child(import, Role::Alias);
    if (alias.valid()) add_alias(unit_.text(alias), module);
    bool lists_names = false;
    for (NodeId child : unit_.children(import)) {
      // `import a.b.*`, `from a.b import *`, Go's `import . "a/b"`
      bool is_wildcard = unit_.node(child).kind == Kind::Token || (style_ == ImportStyle::LastPath && unit_.code(child) == ".");
      lists_names |= is_wildcard;
      if (is_wildcard && !module.empty()) add_wildcard(module);
      if (unit_.node(child).kind != Kind::ImportedName) continue;
      lists_names = true;
      add_imported_name(child, module);
    }
    if (alias.valid() || lists_names || module.empty()) return;
    if (unit_.language() == Language::CSharp) add_wildcard(module);  // `using A.B;`
    if (style_ == ImportStyle::LastName) add_alias(last_segment(module, '.'), module);
    if (style_ == ImportStyle::LastPath) add_alias(last_segment(module, '/'), module);
  }

  void add_imported_name(NodeId imported, const std::string& module) {
    NodeId name = unit_.child(imported, Role::Name), local = unit_.child(imported, Role::Alias);
    if (!name.valid()) return;
    bool is_all = unit_.node(name).kind == Kind::Token;
    // `import * as ns from 'm'`
    if (is_all && local.valid()) return add_alias(unit_.text(local), module);
    if (is_all && !module.empty()) return add_wildcard(module);
    std::string full = dotted(unit_, name);
    if (full.empty() || module.empty()) return;
    add_alias(local.valid() ? unit_.text(local) : std::string_view(full), module + "." + full);
  }

  void add_wildcard(const std::string& module) { imports_.wildcards.push_back(names_.intern(module)); }

  // `const cp = require('child_process')`, `const {exec: e} = require('child_process')`.
  void add_require(NodeId definition, Role target_role) {
    NodeId value = unit_.child(definition, Role::Value), target = unit_.child(definition, target_role);
    if (!value.valid() || !target.valid() || unit_.node(value).kind != Kind::Call) return;
    NodeId callee = unit_.child(value, Role::Callee), arguments = unit_.child(value, Role::Arguments);
    if (!callee.valid() || unit_.text(callee) != "require" || !arguments.valid()) return;
    NodeId path = unit_.first_child(arguments);
    if (!path.valid() || unit_.node(path).kind != Kind::String) return;
    std::string module = module_name(unit_, path, ImportStyle::Names);
    if (unit_.node(target).kind == Kind::Name) return add_definition(target, module);
    for (NodeId item : unit_.children(target)) {
      NodeId key = unit_.node(item).kind == Kind::Pair ? unit_.child(item, Role::Key) : item;
      NodeId local = unit_.node(item).kind == Kind::Pair ? unit_.child(item, Role::Value) : item;
      if (key.valid() && local.valid() && unit_.node(key).kind == Kind::Name && unit_.node(local).kind == Kind::Name)
        add_definition(local, module + "." + std::string(unit_.text(key)));
    }
  }

  // `[a.b :as c :refer [d e]]`
  void add_vector(NodeId vector) {
    NodeId module = unit_.first_child(vector);
    std::string path = module.valid() ? dotted(unit_, module) : std::string();
    if (path.empty()) return;
    for (NodeId key = unit_.next_sibling(module); key.valid(); key = unit_.next_sibling(key)) {
      NodeId value = unit_.next_sibling(key);
      if (unit_.node(key).kind != Kind::Symbol || !value.valid()) continue;
      if (unit_.text(key) == "as") add_alias(unit_.text(value), path);
      if (unit_.text(key) != "refer" || unit_.node(value).kind != Kind::Array) continue;
      for (NodeId name : unit_.children(value)) add_alias(unit_.text(name), path + "." + std::string(unit_.text(name)));
    }
  }

  void add_class(const std::string& path) { add_alias(last_segment(path, '.'), path); }

  // `(import 'a.b.C)`, `(:import a.b.C (a.b D E) [a.b F])`
  void add_classes(NodeId call) {
    NodeId callee = unit_.child(call, Role::Callee), arguments = unit_.child(call, Role::Arguments);
    if (!callee.valid() || !arguments.valid() || unit_.text(callee) != "import") return;
    for (NodeId each : unit_.children(arguments)) {
      if (unit_.node(each).kind == Kind::Unary) each = unit_.first_child(each);
      if (!each.valid()) continue;
      std::string path = dotted(unit_, each);
      if (!path.empty()) add_class(path);
      NodeId package = unit_.first_child(each), names = package;
      std::string prefix = package.valid() && path.empty() ? dotted(unit_, package) : std::string();
      if (prefix.empty()) continue;
      if (unit_.node(each).kind == Kind::Call) names = unit_.first_child(unit_.child(each, Role::Arguments));
      for (; names.valid(); names = unit_.next_sibling(names))
        if (unit_.node(names).kind == Kind::Name && names != package) add_class(prefix + "." + std::string(unit_.text(names)));
    }
  }

  void add_definition(NodeId local, std::string meaning) {
    if (NodeId declaration = unit_.declaration(local); declaration.valid()) imported_.insert(declaration.index);
    // `const express = require('express')`: the variable means the module, though it is called the same.
    bool is_same = unit_.text(local) == meaning;
    add_alias(unit_.text(local), meaning);
    if (NameId id = unit_.names().find(unit_.text(local)); is_same && id.valid()) aliases_[id.index] = std::move(meaning);
  }

  void leave_functions(std::uint32_t at) {
    while (!open_.empty() && unit_.node({open_.back().function}).last <= at) {
      for (; undo_.size() > open_.back().mark; undo_.pop_back()) aliases_[undo_.back().first] = std::move(undo_.back().second);
      open_.pop_back();
    }
  }

  // --- what it means for the names ---

  void resolve(NodeId id) {
    const Node& node = unit_.node(id);
    NodeId parent = unit_.parent(id);
    // A member's name is not a use of its own, an annotation's is.
    if (node.role == Role::Name && !(parent.valid() && unit_.node(parent).kind == Kind::Attribute)) return;
    auto alias = aliases_.find(node.text.index);
    if (alias == aliases_.end() || alias->second.empty() || is_local(id)) return;
    std::string meaning = alias->second;
    imports_.canonical[id.index] = names_.intern(meaning);
    // The chains that begin here: `cp.spawn.sync`.
    for (NodeId at = id; unit_.node(at).role == Role::Object && unit_.node(unit_.parent(at)).kind == Kind::Member;) {
      at = unit_.parent(at);
      NodeId name = unit_.child(at, Role::Name);
      if (!name.valid() || unit_.node(name).kind != Kind::Name) break;
      meaning += "." + std::string(unit_.text(name));
      imports_.canonical[at.index] = names_.intern(meaning);
    }
  }

  // A parameter or variable of a function hides what is imported.
  bool is_local(NodeId name) const {
    NodeId declaration = unit_.declaration(name);
    if (!declaration.valid() || imported_.contains(declaration.index)) return false;
    NodeId at = unit_.parent(declaration);
    // A function's own name is declared outside of it.
    if (at.valid() && is_function(unit_.node(at).kind) && unit_.node(declaration).role == Role::Name) at = unit_.parent(at);
    for (; at.valid(); at = unit_.parent(at))
      if (is_function(unit_.node(at).kind)) return true;
    return false;
  }

  struct OpenFunction {
    std::uint32_t function = 0;
    std::size_t mark = 0;  // size of undo_ at its begin
  };

  const Unit& unit_;
  Names& names_;
  const ImportStyle style_;
  Imports imports_;
  std::unordered_map<std::uint32_t, std::string> aliases_;  // local name → dotted meaning; empty: itself
  std::unordered_set<std::uint32_t> imported_;              // declarations that are a `require`
  std::vector<OpenFunction> open_;
  std::vector<std::pair<std::uint32_t, std::string>> undo_;
};

}  // namespace

Imports resolve_imports(const Unit& unit, Names& names) {
  const LanguageDefinition* definition = find_definition(unit.language());
  if (!definition || definition->imports == ImportStyle::None) return {};
  return ImportWalk(unit, names, definition->imports).run();
}

}  // namespace sluice
