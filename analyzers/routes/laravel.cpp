// Laravel: `Route::get("/orders/{id}", [OrderController::class, "show"])`, in groups that give prefixes.
#include "analyzers/routes/route_table.h"

#include <array>

#include "base/text.h"

namespace sluice::routes {
namespace {

constexpr int kDeepest = 40;

bool is_method(std::string_view word) {
  return word == "get" || word == "post" || word == "put" || word == "patch" || word == "delete" || word == "any" || word == "match";
}

std::string last_part(std::string_view name) {
  auto end = name.find_last_of("\\.");
  return std::string(end == std::string_view::npos ? name : name.substr(end + 1));
}

class Reader {
 public:
  Reader(const Source& source, const Unit& unit, RouteTable& table) : source_(source), unit_(unit), table_(table) {}

  void walk(NodeId node, const std::string& prefix, int depth) {
    if (depth > kDeepest) return;
    if (unit_.node(node).kind == Kind::Call) {
      std::string_view name = callee_name(unit_, node);
      std::string chained;
      if (is_of_route(node, chained)) {
        if (is_method(name)) add_request(name, node, joined_route(prefix, chained));
        if (name == "resource" || name == "apiResource") add_resource(node, joined_route(prefix, chained));
        if (name == "group") return walk_children(node, joined_route(prefix, chained), depth);
      }
    }
    walk_children(node, prefix, depth);
  }

 private:
  void walk_children(NodeId node, const std::string& prefix, int depth) {
    for (NodeId child : unit_.children(node)) walk(child, prefix, depth + 1);
  }

  // Whether the call is of `Route`, whatever stands between; the prefixes of that.
  bool is_of_route(NodeId call, std::string& prefix) const {
    NodeId at = unit_.child(call, Role::Callee);
    for (int depth = 0; at.valid() && depth < kDeepest; ++depth) {
      const Node& node = unit_.node(at);
      if (node.kind == Kind::Name) return last_part(unit_.text(at)) == "Route";
      if (node.kind == Kind::Call) {
        if (callee_name(unit_, at) == "prefix") prefix = joined_route(text_of_string(unit_, argument(unit_, at, 0)), prefix);
        at = unit_.child(at, Role::Callee);
      } else if (node.kind == Kind::Member) {
        at = unit_.child(at, Role::Object);
      } else {
        return false;
      }
    }
    return false;
  }

  // The class of `OrderController::class`.
  std::string class_of(NodeId node) const {
    if (!node.valid() || unit_.node(node).kind != Kind::Member || unit_.text(unit_.child(node, Role::Name)) != "class") return {};
    NodeId object = unit_.child(node, Role::Object);
    return object.valid() ? last_part(unit_.code(object)) : std::string();
  }

  void add(std::string_view method, std::string route, const std::string& type, std::string_view function) {
    if (type.empty() || function.empty()) return;
    std::string verb;
    if (method != "any" && method != "match")
      for (char c : method) verb += static_cast<char>(c - 'a' + 'A');
    table_.routes.push_back({verb.empty() ? route : verb + " " + route, source_.path, type + "." + std::string(function), type});
  }

  void add_request(std::string_view method, NodeId call, const std::string& prefix) {
    std::size_t first = method == "match" ? 1 : 0;
    NodeId path = argument(unit_, call, first), target = argument(unit_, call, first + 1);
    if (!path.valid() || !target.valid() || unit_.node(path).kind != Kind::String) return;
    std::string route = joined_route(prefix, unit_.text(path));
    if (std::string invoked = class_of(target); !invoked.empty()) return add(method, route, invoked, "__invoke");
    if (unit_.node(target).kind == Kind::Array) {
      NodeId type = unit_.first_child(target);
      NodeId function = type.valid() ? unit_.next_sibling(type) : NodeId{};
      return add(method, route, class_of(type), text_of_string(unit_, function));
    }
    std::string text = text_of_string(unit_, target);
    if (auto at = text.find('@'); at != std::string::npos) add(method, route, last_part(text.substr(0, at)), text.substr(at + 1));
  }

  void add_resource(NodeId call, const std::string& prefix) {
    std::string name = text_of_string(unit_, argument(unit_, call, 0)), type = class_of(argument(unit_, call, 1));
    struct Action {
      std::string_view method, name, end;
    };
    constexpr std::array<Action, 8> kActions = {{{"get", "index", ""}, {"post", "store", ""}, {"get", "create", "/create"}, {"get", "show", "/{id}"},
                                                 {"get", "edit", "/{id}/edit"}, {"put", "update", "/{id}"}, {"patch", "update", "/{id}"}, {"delete", "destroy", "/{id}"}}};
    if (name.empty()) return;
    for (const Action& action : kActions) add(action.method, joined_route(prefix, name) + std::string(action.end), type, action.name);
  }

  const Source& source_;
  const Unit& unit_;
  RouteTable& table_;
};

}  // namespace

bool may_be_laravel(const Source& source) { return source.language == Language::Php && source.text.find("Route::") != std::string::npos; }

void read_laravel(const Source& source, const Unit& unit, RouteTable& table) {
  // The framework hangs this file below /api.
  bool is_api = source.path == "routes/api.php" || source.path.ends_with("/routes/api.php");
  Reader(source, unit, table).walk(unit.root(), is_api ? "/api" : "", 0);
}

}  // namespace sluice::routes
