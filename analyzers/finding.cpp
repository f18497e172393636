#include "analyzers/finding.h"

#include <algorithm>

#include "base/text.h"

namespace sluice {

RuleInfo info_of(const Rule& rule) { return {rule.id, rule.message, rule.severity, rule.metadata}; }

Definition enclosing_definition(const Unit& unit, ByteRange range) {
  Definition definition;
  for (std::uint32_t i = 0; i < unit.size();) {
    const Node& node = unit.nodes()[i];
    bool surrounds = node.begin <= range.begin && node.end >= range.end;
    if (!surrounds) {
      i = node.last;
      continue;
    }
    bool is_definition = node.kind == Kind::Function || node.kind == Kind::Class;
    if (is_definition)
      if (NodeId name = unit.child({i}, Role::Name); name.valid()) {
        if (!definition.name.empty()) definition.name += '.';
        definition.name += unit.text(name);
        definition.kind = node.kind == Kind::Class ? "type" : "function";
      }
    ++i;
  }
  return definition;
}

namespace {

// The text of a list's first element, when that looks like a route.
std::string first_route(const Unit& unit, NodeId list) {
  NodeId first = list.valid() ? unit.first_child(list) : NodeId{};
  if (!first.valid() || unit.node(first).kind != Kind::String) return {};
  std::string_view text = unit.text(first);
  return text.starts_with('/') ? std::string(text) : std::string();
}

std::vector<std::string> annotated_routes(const Unit& unit, NodeId declaration) {
  std::vector<std::string> routes;
  for (NodeId child : unit.children(declaration))
    if (unit.node(child).kind == Kind::Attribute)
      if (std::string route = first_route(unit, unit.child(child, Role::Arguments)); !route.empty()) routes.push_back(std::move(route));
  return routes;
}

// How frameworks call what hangs a function up at a route. `readFile("/etc/a", (e) => ..)` is none.
bool hangs_up(std::string_view callee) {
  constexpr std::string_view kNames[] = {"get",   "post",       "put",    "patch",   "delete",  "del",    "all",       "any",     "options",   "head",
                                         "match", "use",        "route",  "handle",  "handlefunc", "map", "mapget",    "mappost", "mapput",    "mapdelete",
                                         "mappatch"};
  return std::ranges::find(kNames, to_lower(callee)) != std::end(kNames);
}

// `app.get("/a", (q, r) => ..)`: of the call that the function is an argument of.
std::string route_of_call(const Unit& unit, NodeId function) {
  NodeId list{unit.node(function).parent};
  if (!list.valid() || unit.node(list).role != Role::Arguments) return {};
  NodeId callee = unit.child(unit.parent(list), Role::Callee);
  if (callee.valid() && unit.node(callee).kind == Kind::Member) callee = unit.child(callee, Role::Name);
  if (!callee.valid() || !hangs_up(unit.text(callee))) return {};
  return first_route(unit, list);
}

}  // namespace

std::vector<std::string> enclosing_routes(const Unit& unit, ByteRange range) {
  std::vector<std::string> prefixes, routes;
  for (std::uint32_t i = 0; i < unit.size();) {
    const Node& node = unit.nodes()[i];
    bool surrounds = node.begin <= range.begin && node.end >= range.end;
    if (!surrounds) {
      i = node.last;
      continue;
    }
    if (node.kind == Kind::Class) prefixes = annotated_routes(unit, {i});
    if (node.kind == Kind::Function || node.kind == Kind::Lambda) {
      std::vector<std::string> own = annotated_routes(unit, {i});
      if (std::string called = route_of_call(unit, {i}); !called.empty()) own.push_back(std::move(called));
      // A function within a handler is the handler's.
      if (!own.empty()) routes = std::move(own);
    }
    ++i;
  }
  if (prefixes.size() == 1)
    for (std::string& route : routes) route = (prefixes[0].ends_with('/') ? prefixes[0].substr(0, prefixes[0].size() - 1) : prefixes[0]) + route;
  return routes;
}

}  // namespace sluice
