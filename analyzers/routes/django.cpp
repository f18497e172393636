// Django: `urlpatterns` in urls.py, where `include` hangs one such list below another.
#include "analyzers/routes/route_table.h"

#include <algorithm>

namespace sluice::routes {
namespace {

bool names_route(std::string_view callee) { return callee == "path" || callee == "re_path" || callee == "url"; }

// `^orders/(?P<id>\d+)/$` -> `orders/{id}/`; what else a regex may say stands for one part of a path.
std::string plain_regex(std::string_view regex) {
  std::string out;
  if (regex.starts_with('^')) regex.remove_prefix(1);
  if (regex.ends_with('$')) regex.remove_suffix(1);
  for (std::size_t i = 0; i < regex.size(); ++i) {
    if (regex[i] == '\\') {
      if (i + 1 < regex.size()) out += regex[++i];
      continue;
    }
    if (regex[i] != '(') {
      out += regex[i];
      continue;
    }
    int depth = 0;
    std::size_t begin = i;
    for (; i < regex.size(); ++i) {
      if (regex[i] == '\\') ++i;
      else if (regex[i] == '(') ++depth;
      else if (regex[i] == ')' && --depth == 0) break;
    }
    std::string_view group = regex.substr(begin, i - begin);
    auto open = group.find("P<"), close = group.find('>');
    out += open == std::string_view::npos || close == std::string_view::npos ? "{part}" : "{" + std::string(group.substr(open + 2, close - open - 2)) + "}";
  }
  return out;
}

std::string slashes(std::string module) {
  std::ranges::replace(module, '.', '/');
  return module;
}

// What is behind decorators: `login_required(views.order)`, `OrderView.as_view()`.
NodeId handler_of(const Unit& unit, NodeId node) {
  for (int depth = 0; node.valid() && unit.node(node).kind == Kind::Call && depth < 4; ++depth)
    node = callee_name(unit, node) == "as_view" ? unit.child(unit.child(node, Role::Callee), Role::Object) : argument(unit, node, 0);
  return node;
}

void add_handler(const Source& source, const Unit& unit, std::string route, NodeId node, RouteTable& table) {
  NodeId handler = handler_of(unit, node);
  if (!handler.valid()) return;
  TableRoute one{std::move(route), source.path, {}, {}};
  if (unit.node(handler).kind == Kind::Name) one.handler = unit.text(handler);
  if (unit.node(handler).kind == Kind::Member) {
    one.handler = unit.text(unit.child(handler, Role::Name));
    NodeId object = unit.child(handler, Role::Object);
    // `views` of `from . import views` stands beside the table.
    bool is_beside = object.valid() && unit.node(object).kind == Kind::Name && !unit.canonical(object).valid();
    if (is_beside) one.file = folder_of(source.path) + std::string(unit.text(object));
  }
  if (NameId full = unit.canonical(handler); full.valid()) {
    std::string_view dotted = unit.names().text(full);
    if (auto dot = dotted.rfind('.'); dot != std::string_view::npos) one.file = slashes(std::string(dotted.substr(0, dot)));
  }
  if (!one.handler.empty()) table.routes.push_back(std::move(one));
}

}  // namespace

bool may_be_django(const Source& source) { return source.language == Language::Python && source.text.find("urlpatterns") != std::string::npos; }

void read_django(const Source& source, const Unit& unit, RouteTable& table) {
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    NodeId call{i};
    if (unit.node(call).kind != Kind::Call || !names_route(callee_name(unit, call))) continue;
    NodeId first = argument(unit, call, 0), second = argument(unit, call, 1);
    if (!second.valid()) second = keyword(unit, call, "view");
    if (!first.valid() || !second.valid() || unit.node(first).kind != Kind::String) continue;
    std::string text(unit.text(first));
    std::string route = joined_route("", callee_name(unit, call) == "path" ? text : plain_regex(text));
    bool is_include = unit.node(second).kind == Kind::Call && callee_name(unit, second) == "include";
    if (!is_include) {
      add_handler(source, unit, std::move(route), second, table);
      continue;
    }
    NodeId what = argument(unit, second, 0);
    if (what.valid() && unit.node(what).kind == Kind::Tuple) what = unit.first_child(what);
    if (std::string module = text_of_string(unit, what); !module.empty()) table.mounts.push_back({slashes(std::move(module)), std::move(route), source.path});
  }
}

}  // namespace sluice::routes
