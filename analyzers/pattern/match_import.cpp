// Imports, and names by what an import means.
#include <algorithm>

#include "analyzers/pattern/matcher_core.h"

namespace sluice {
namespace {

// The names of `a.b.c`, `a::b::c`, joined by dots.
std::string dotted_path(const Unit& unit, NodeId id) {
  std::string path;
  for (std::uint32_t i = id.index; i < unit.node(id).last; ++i)
    if (unit.node({i}).kind == Kind::Name) path += (path.empty() ? "" : ".") + std::string(unit.text({i}));
  return path;
}

// `a.b` begins `a.b.c` and `a/b` begins `a/b/c`, but not `a.bc`.
bool begins_path(std::string_view path, std::string_view begin) {
  if (!path.starts_with(begin)) return false;
  return path.size() == begin.size() || path[begin.size()] == '.' || path[begin.size()] == '/';
}

}  // namespace

// Where a package is called what its path ends in, `c "a/b"` is b.
bool Matcher::is_package(NameId meaning, std::string_view name) const {
  const LanguageDefinition* definition = find_definition(unit_.language());
  if (!definition || definition->imports != ImportStyle::LastPath) return false;
  std::string_view path = unit_.names().text(meaning);
  return path.size() > name.size() && path.ends_with(name) && path[path.size() - name.size() - 1] == '/';
}

// A name by what its import means: `os.system` and `os.$F` match the `s` of
// `from os import system as s`. True when that settled it.
bool Matcher::match_by_meaning(const PatternNode& pattern, NodeId t, Next next) {
  if (pattern.kind != Kind::Name && pattern.kind != Kind::Member) return false;
  NameId meaning = unit_.canonical(t);
  if (!meaning.valid()) return match_by_wildcard(pattern, t, next);
  if (pattern.dotted.valid()) {
    if (meaning != pattern.dotted && !is_package(meaning, unit_.names().text(pattern.dotted))) return false;
    next();
    return true;
  }
  if (unit_.node(t).kind != Kind::Name || pattern.kind != Kind::Member) return false;
  const auto* object = group_of(pattern, Role::Object);
  const auto* name = group_of(pattern, Role::Name);
  if (!object || !name) return false;
  std::string_view path = unit_.names().text(meaning);
  std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return false;
  const PatternNode& p_object = node(object->children[0]);
  const PatternNode& p_name = node(name->children[0]);
  auto match_name = [&] {
    if (p_name.kind == Kind::Hole) match(name->children[0], t, next);
    else if (p_name.kind == Kind::Name && unit_.names().text(p_name.name) == path.substr(dot + 1)) next();
  };
  if (p_object.kind == Kind::Hole) {
    match(object->children[0], t, match_name);
    return true;
  }
  if (!p_object.dotted.valid() || unit_.names().text(p_object.dotted) != path.substr(0, dot)) return false;
  match_name();
  return true;
}

// `a.b.C` matches the C of `import a.b.*`, as long as nothing else is called C.
bool Matcher::match_by_wildcard(const PatternNode& pattern, NodeId t, Next next) {
  if (unit_.wildcard_imports().empty() || pattern.kind != Kind::Member || !pattern.dotted.valid()) return false;
  std::string_view path = unit_.names().text(pattern.dotted), code = unit_.code(t);
  if (path.size() <= code.size() + 1 || !path.ends_with(code) || path[path.size() - code.size() - 1] != '.') return false;
  if (unit_.node(t).role == Role::Name || (unit_.node(t).kind == Kind::Name && unit_.declaration(t).valid())) return false;
  std::string_view module = path.substr(0, path.size() - code.size() - 1);
  for (NameId wildcard : unit_.wildcard_imports())
    if (unit_.names().text(wildcard) == module || is_package(wildcard, module)) return next(), true;
  return false;
}

// `import a` also means `import a.b` and `from a.b import c`; names and aliases that the
// pattern does not name may be there.
void Matcher::match_import(const PatternNode& pattern, NodeId t, Next next) {
  const auto* module = group_of(pattern, Role::Module);
  NodeId t_module = unit_.child(t, Role::Module);
  if (!module || !t_module.valid()) return match_children(pattern, t, next);
  match_module(module->children[0], t_module, [&] { match_groups(pattern, 0, t, role_bit(Role::Module), next); });
  if (pattern.roles == role_bit(Role::Module)) match_imported_name(module->children[0], t, next);
}

// `import a.$X` and `import a.B` against `import a.{B, C}` and `import a.b.*`.
void Matcher::match_imported_name(std::uint32_t path, NodeId t, Next next) {
  const auto* object = group_of(node(path), Role::Object);
  const auto* name = group_of(node(path), Role::Name);
  if (node(path).kind != Kind::Member || !object || !name) return;
  NodeId module = unit_.child(t, Role::Module);
  for (std::uint32_t imported : children_of_role(t, Role::Element))
    if (NodeId last = unit_.child({imported}, Role::Name); unit_.node({imported}).kind == Kind::ImportedName && last.valid())
      match(object->children[0], module, [&] { match(name->children[0], last, next); });
  // What lies deeper: `a.b` of `a.b.c`.
  for (NodeId at = unit_.child(module, Role::Object); !node(path).dotted.valid() && at.valid() && !gave_up_; at = unit_.child(at, Role::Object))
    match(path, at, next);
}

void Matcher::match_module(std::uint32_t p, NodeId t, Next next) {
  const PatternNode& pattern = node(p);
  std::string_view begin;
  if (pattern.kind == Kind::String) begin = unit_.names().text(pattern.name);
  else if (pattern.dotted.valid()) begin = unit_.names().text(pattern.dotted);
  bool is_text = unit_.node(t).kind == Kind::String;
  bool is_path = is_text == (pattern.kind == Kind::String) && !begin.empty();
  if (!is_path) return match(p, t, next);
  if (begins_path(is_text ? std::string(unit_.text(t)) : dotted_path(unit_, t), begin)) next();
}

// `import {a} from 'm'` also means `const {a} = require('m')`.
void Matcher::match_require_as_import(const PatternNode& pattern, NodeId t, Next next) {
  NodeId call = unit_.child(t, Role::Value), target = unit_.child(t, Role::Name);
  const auto* module = group_of(pattern, Role::Module);
  if (unit_.node(t).kind != Kind::VarDef || !module || !call.valid() || unit_.node(call).kind != Kind::Call) return;
  NodeId callee = unit_.child(call, Role::Callee), arguments = unit_.child(call, Role::Arguments);
  if (!callee.valid() || unit_.text(callee) != "require" || !arguments.valid() || !target.valid()) return;
  NodeId path = unit_.first_child(arguments);
  if (!path.valid() || unit_.node(path).kind != Kind::String) return;
  const auto* alias = group_of(pattern, Role::Alias);
  const auto* names = group_of(pattern, Role::Element);
  match_module(module->children[0], path, [&] {
    if (!names) return alias ? match(alias->children[0], target, next) : next();
    if (alias || unit_.node(target).kind != Kind::Map) return;
    // Each imported name is a key of the destructured object.
    for (std::uint32_t name : names->children) {
      if (is_ellipsis(name)) continue;
      bool is_there = std::ranges::any_of(children_of_role(target, Role::Element), [&](std::uint32_t pair) {
        NodeId key = unit_.child({pair}, Role::Key);
        const auto* p_name = group_of(node(name), Role::Name);
        return key.valid() && p_name && node(p_name->children[0]).name == unit_.node(key).text;
      });
      if (!is_there) return;
    }
    next();
  });
}

}  // namespace sluice
