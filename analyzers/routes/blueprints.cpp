// Flask's blueprints and FastAPI's routers: made with a prefix, and hung below another one somewhere else.
//
//   bp = Blueprint("orders", __name__, url_prefix="/orders")      app.register_blueprint(orders.bp, url_prefix="/api")
#include <algorithm>

#include "analyzers/routes/route_table.h"

namespace sluice::routes {
namespace {

std::string prefix_of(const Unit& unit, NodeId call) {
  NodeId value = keyword(unit, call, "url_prefix");
  if (!value.valid()) value = keyword(unit, call, "prefix");
  return text_of_string(unit, value);
}

std::string slashes(std::string_view module) {
  std::string path(module);
  std::ranges::replace(path, '.', '/');
  return path;
}

// The module that a relative import takes the name from: "orders" of `from .orders import bp`.
std::string module_of_import(const Source& source, const Unit& unit, std::string_view name) {
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    if (unit.node({i}).kind != Kind::Import) continue;
    for (NodeId child : unit.children({i})) {
      if (unit.node(child).kind != Kind::ImportedName) continue;
      NodeId own = unit.child(child, Role::Alias).valid() ? unit.child(child, Role::Alias) : unit.child(child, Role::Name);
      NodeId module = unit.child({i}, Role::Module);
      if (!own.valid() || unit.text(own) != name || !module.valid()) continue;
      std::string_view code = unit.code(module);
      bool is_relative = code.starts_with('.');
      while (code.starts_with('.')) code.remove_prefix(1);
      return (is_relative ? folder_of(source.path) : std::string()) + slashes(code);
    }
  }
  return {};
}

// The file in which what is mounted is made.
std::string file_of(const Source& source, const Unit& unit, NodeId what) {
  if (NameId full = unit.canonical(what); full.valid()) {
    std::string_view dotted = unit.names().text(full);
    return slashes(dotted.substr(0, std::min(dotted.rfind('.'), dotted.size())));
  }
  if (unit.node(what).kind == Kind::Member) {
    NodeId object = unit.child(what, Role::Object);
    return object.valid() ? folder_of(source.path) + slashes(unit.code(object)) : std::string();
  }
  return unit.node(what).kind == Kind::Name ? module_of_import(source, unit, unit.text(what)) : std::string();
}

// `@bp.route("/x")` of a `bp` that was made with a prefix.
void add_own_prefix(const Source& source, const Unit& unit, std::string_view name, const std::string& prefix, RouteTable& table) {
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    if (unit.node({i}).kind != Kind::Attribute) continue;
    NodeId called = unit.child({i}, Role::Name);
    if (!called.valid() || unit.node(called).kind != Kind::Member) continue;
    NodeId object = unit.child(called, Role::Object);
    if (!object.valid() || unit.text(object) != name) continue;
    if (std::string route = text_of_string(unit, argument(unit, {i}, 0)); !route.empty()) table.local[{source.path, route}] = joined_route(prefix, route);
  }
}

}  // namespace

bool may_be_blueprints(const Source& source) {
  if (source.language != Language::Python) return false;
  return source.text.find("url_prefix") != std::string::npos || source.text.find("APIRouter(") != std::string::npos ||
         source.text.find("include_router") != std::string::npos || source.text.find("register_blueprint") != std::string::npos;
}

void read_blueprints(const Source& source, const Unit& unit, RouteTable& table) {
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    if (unit.node({i}).kind != Kind::Call) continue;
    std::string_view name = callee_name(unit, {i});
    std::string prefix = prefix_of(unit, {i});
    if (prefix.empty()) continue;
    if (name == "register_blueprint" || name == "include_router") {
      NodeId what = argument(unit, {i}, 0);
      std::string file = what.valid() ? file_of(source, unit, what) : std::string();
      if (!file.empty()) table.mounts.push_back({std::move(file), prefix, source.path});
    }
    NodeId parent = unit.parent({i});
    bool is_made = (name == "Blueprint" || name == "APIRouter") && parent.valid() && unit.node({i}).role == Role::Value;
    if (!is_made) continue;
    NodeId target = unit.child(parent, Role::Target).valid() ? unit.child(parent, Role::Target) : unit.child(parent, Role::Name);
    if (target.valid()) add_own_prefix(source, unit, unit.text(target), prefix, table);
  }
}

}  // namespace sluice::routes
