// Rails: config/routes.rb, and the files that it draws.
#include "analyzers/routes/route_table.h"

#include <array>

#include "base/text.h"

namespace sluice::routes {
namespace {

constexpr int kDeepest = 40;

struct Place {
  std::string prefix, module;  // "/admin", "admin/"
  std::string resource;        // controller of the resources around it
  std::string member;          // "/orders/:id" there
};

std::string upper(std::string_view word) {
  std::string out = to_lower(word);
  for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return out;
}

bool is_method(std::string_view word) { return word == "get" || word == "post" || word == "put" || word == "patch" || word == "delete"; }

// "orders" -> "order", as far as the name of a parameter needs it.
std::string singular(std::string_view word) { return std::string(word.ends_with('s') ? word.substr(0, word.size() - 1) : word); }

class Reader {
 public:
  Reader(const Source& source, const Unit& unit, RouteTable& table) : source_(source), unit_(unit), table_(table) {}

  void walk(NodeId node, const Place& place, int depth) {
    if (depth > kDeepest) return;
    if (unit_.node(node).kind == Kind::Call) return call(node, place, depth);
    for (NodeId child : unit_.children(node)) walk(child, place, depth + 1);
  }

 private:
  // "orders#show"
  void add(std::string_view method, std::string_view path, std::string_view target, const Place& place) {
    auto hash = target.find('#');
    if (hash == std::string_view::npos) return;
    std::string route = joined_route(place.prefix, path);
    if (!method.empty()) route = upper(method) + " " + route;
    std::string controller = place.module + std::string(target.substr(0, hash));
    table_.routes.push_back({std::move(route), source_.path, std::string(target.substr(hash + 1)), "controllers/" + controller + "_controller"});
  }

  void body(NodeId call, const Place& place, int depth) {
    NodeId list = unit_.child(call, Role::Arguments);
    if (!list.valid()) return;
    for (NodeId child : unit_.children(list))
      if (unit_.node(child).kind == Kind::Lambda) walk(unit_.child(child, Role::Body), place, depth + 1);
  }

  void request(std::string_view method, NodeId call, const Place& place) {
    NodeId first = argument(unit_, call, 0);
    if (!first.valid()) return;
    if (unit_.node(first).kind == Kind::Pair)  // 'x' => 'orders#create'
      return add(method, text_of_string(unit_, unit_.child(first, Role::Key)), text_of_string(unit_, unit_.child(first, Role::Value)), place);
    std::string path = text_of_string(unit_, first), target = text_of_string(unit_, keyword(unit_, call, "to"));
    if (target.empty() && !place.resource.empty()) target = place.resource + "#" + path;  // `get :preview` in a resource
    if (target.empty())
      if (auto slash = path.rfind('/'); slash != std::string::npos && slash > 0) target = path.substr(path.front() == '/', slash - (path.front() == '/')) + "#" + path.substr(slash + 1);
    add(method, path, target, place);
  }

  bool wants(NodeId call, std::string_view action) const {
    auto lists = [&](NodeId value) {
      if (!value.valid()) return false;
      if (text_of_string(unit_, value) == action) return true;
      for (NodeId child : unit_.children(value))
        if (text_of_string(unit_, child) == action) return true;
      return false;
    };
    NodeId only = keyword(unit_, call, "only"), except = keyword(unit_, call, "except");
    return only.valid() ? lists(only) : !lists(except);
  }

  void resources(NodeId call, const Place& place, bool is_one, int depth) {
    std::string name = text_of_string(unit_, argument(unit_, call, 0));
    if (name.empty()) return;
    std::string path = text_of_string(unit_, keyword(unit_, call, "path")), controller = text_of_string(unit_, keyword(unit_, call, "controller"));
    if (path.empty()) path = name;
    if (controller.empty()) controller = is_one && !name.ends_with('s') ? name + "s" : name;
    struct Action {
      std::string_view method, name, end;
    };
    constexpr std::array<Action, 8> kActions = {{{"GET", "index", ""}, {"POST", "create", ""}, {"GET", "new", "/new"}, {"GET", "show", "/:id"},
                                                 {"GET", "edit", "/:id/edit"}, {"PATCH", "update", "/:id"}, {"PUT", "update", "/:id"}, {"DELETE", "destroy", "/:id"}}};
    for (const Action& action : kActions) {
      if (!wants(call, action.name) || (is_one && action.name == "index")) continue;
      std::string_view end = is_one && action.end.starts_with("/:id") ? action.end.substr(std::string_view("/:id").size()) : action.end;
      add(action.method, path + std::string(end), controller + "#" + std::string(action.name), place);
    }
    Place inner = place;
    inner.resource = controller;
    inner.member = joined_route(place.prefix, path) + (is_one ? "" : "/:id");
    inner.prefix = joined_route(place.prefix, path) + (is_one ? "" : "/:" + singular(name) + "_id");
    body(call, inner, depth);
  }

  void scope(NodeId call, Place place, bool is_namespace, int depth) {
    std::string name = text_of_string(unit_, argument(unit_, call, 0)), path = text_of_string(unit_, keyword(unit_, call, "path"));
    std::string module = text_of_string(unit_, keyword(unit_, call, "module"));
    if (is_namespace && module.empty()) module = name;
    if (path.empty()) path = name;
    if (!path.empty()) place.prefix = joined_route(place.prefix, path);
    if (!module.empty()) place.module += module + "/";
    body(call, place, depth);
  }

  void call(NodeId call, const Place& place, int depth) {
    std::string_view name = callee_name(unit_, call);
    if (is_method(name)) return request(name, call, place);
    if (name == "match") return request("", call, place);
    if (name == "root") {
      std::string target = text_of_string(unit_, argument(unit_, call, 0));
      return add("GET", "", target.empty() ? text_of_string(unit_, keyword(unit_, call, "to")) : target, place);
    }
    if (name == "resources" || name == "resource") return resources(call, place, name == "resource", depth);
    if (name == "namespace" || name == "scope") return scope(call, place, name == "namespace", depth);
    Place inner = place;
    if (name == "member") inner.prefix = place.member;
    if (name == "collection" && place.member.ends_with("/:id")) inner.prefix = place.member.substr(0, place.member.size() - std::string_view("/:id").size());
    body(call, inner, depth);
  }

  const Source& source_;
  const Unit& unit_;
  RouteTable& table_;
};

}  // namespace

bool may_be_rails(const Source& source) {
  bool is_named = source.path == "routes.rb" || source.path.ends_with("/routes.rb") || source.path.find("config/routes/") != std::string::npos;
  return source.language == Language::Ruby && is_named;
}

void read_rails(const Source& source, const Unit& unit, RouteTable& table) { Reader(source, unit, table).walk(unit.root(), {}, 0); }

}  // namespace sluice::routes
