// Express and what is like it: `app.use("/api", router)`, and handlers that are named where they are hung up.
//
//   app.use("/api", require("./routes/orders"));      every route of that file begins with /api
//   router.get("/orders", orders.list);               `list` of the file that `orders` is
#include <map>

#include "analyzers/routes/route_table.h"

namespace sluice::routes {
namespace {

std::string verb_of(std::string_view callee) {
  for (std::string_view verb : {"get", "post", "put", "delete", "patch"})
    if (callee == verb) {
      std::string upper;
      for (char c : verb) upper += static_cast<char>(c - 'a' + 'A');
      return upper + " ";
    }
  return {};
}

class Reader {
 public:
  Reader(const Source& source, const Unit& unit, RouteTable& table) : source_(source), unit_(unit), table_(table) {}

  void read() {
    for (std::uint32_t i = 0; i < unit_.size(); ++i) learn_import({i});
    for (std::uint32_t i = 0; i < unit_.size(); ++i)
      if (unit_.node({i}).kind == Kind::Call && callee_name(unit_, {i}) == "use") mount({i});
    for (std::uint32_t i = 0; i < unit_.size(); ++i)
      if (unit_.node({i}).kind == Kind::Call) request({i});
  }

 private:
  // The file of `require("./a")`, below the scan's root; empty: none of the program.
  std::string module_of(std::string_view name) const {
    if (!name.starts_with('.')) return {};
    return resolved_path(folder_of(source_.path), name);
  }

  std::string required(NodeId call) const {
    bool is_require = call.valid() && unit_.node(call).kind == Kind::Call && callee_name(unit_, call) == "require";
    return is_require ? module_of(text_of_string(unit_, argument(unit_, call, 0))) : std::string();
  }

  // All names in a declaration: `a`, `{ a, b }`.
  void learn_names(NodeId pattern, const std::string& file) {
    if (!pattern.valid() || file.empty()) return;
    for (std::uint32_t i = pattern.index; i < unit_.node(pattern).last; ++i)
      if (unit_.node({i}).kind == Kind::Name) files_.emplace(std::string(unit_.text({i})), file);
  }

  void learn_import(NodeId node) {
    if (unit_.node(node).kind == Kind::VarDef) learn_names(unit_.child(node, Role::Name), required(unit_.child(node, Role::Value)));
    if (unit_.node(node).kind != Kind::Import) return;
    NodeId module = unit_.child(node, Role::Module);
    if (!module.valid()) return;
    std::string file = module_of(text_of_string(unit_, module));
    for (NodeId child : unit_.children(node))
      if (child.index != module.index) learn_names(child, file);
  }

  std::string receiver_of(NodeId call) const {
    NodeId callee = unit_.child(call, Role::Callee);
    if (!callee.valid() || unit_.node(callee).kind != Kind::Member) return {};
    NodeId object = unit_.child(callee, Role::Object);
    return object.valid() ? std::string(unit_.code(object)) : std::string();
  }

  // Each argument of a call but the first.
  template <class Use>
  void each_further(NodeId call, const Use& use) const {
    for (std::size_t i = 1;; ++i) {
      NodeId node = argument(unit_, call, i);
      if (!node.valid()) return;
      use(node);
    }
  }

  void mount(NodeId call) {
    std::string prefix = text_of_string(unit_, argument(unit_, call, 0));
    if (!prefix.starts_with('/')) return;
    each_further(call, [&](NodeId what) {
      if (std::string file = required(what); !file.empty()) return table_.mounts.push_back({file, prefix, source_.path});
      if (unit_.node(what).kind == Kind::Name) {
        auto known = files_.find(unit_.text(what));
        if (known != files_.end()) table_.mounts.push_back({known->second, prefix, source_.path});
        else below_.emplace(std::string(unit_.text(what)), prefix);
      }
    });
  }

  void request(NodeId call) {
    std::string_view name = callee_name(unit_, call);
    std::string verb = verb_of(name), route = text_of_string(unit_, argument(unit_, call, 0));
    if ((verb.empty() && name != "all") || !route.starts_with('/')) return;
    std::string full = route;
    if (auto known = below_.find(receiver_of(call)); known != below_.end()) {
      full = joined_route(known->second, route);
      table_.local[{source_.path, route}] = full;
    }
    each_further(call, [&](NodeId what) { add_handler(verb + full, what); });
  }

  void add_handler(std::string route, NodeId node) {
    const Kind kind = unit_.node(node).kind;
    if (kind == Kind::Name) {
      auto known = files_.find(unit_.text(node));
      table_.routes.push_back({std::move(route), source_.path, std::string(unit_.text(node)), known == files_.end() ? source_.path : known->second});
    }
    if (kind != Kind::Member) return;
    NodeId object = unit_.child(node, Role::Object), name = unit_.child(node, Role::Name);
    auto known = object.valid() ? files_.find(unit_.text(object)) : files_.end();
    if (known != files_.end() && name.valid()) table_.routes.push_back({std::move(route), source_.path, std::string(unit_.text(name)), known->second});
  }

  const Source& source_;
  const Unit& unit_;
  RouteTable& table_;
  std::map<std::string, std::string, std::less<>> files_;  // of imported names
  std::map<std::string, std::string> below_;               // prefixes of routers that are made here
};

}  // namespace

bool may_be_express(const Source& source) {
  bool is_script = source.language == Language::Js || source.language == Language::Ts || source.language == Language::Tsx;
  if (!is_script) return false;
  // In quotes: `expression` stands in half of all scripts.
  return source.text.find("'express'") != std::string::npos || source.text.find("\"express\"") != std::string::npos;
}

// `exports.list = ..`, `{ list: .. }`, `const list = ..`
std::vector<RouteTable::NamedFunction> exported_functions(const Unit& unit) {
  std::vector<RouteTable::NamedFunction> functions;
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    const Node& node = unit.node({i});
    if ((node.kind != Kind::Lambda && node.kind != Kind::Function) || node.role != Role::Value) continue;
    NodeId parent = unit.parent({i});
    if (!parent.valid()) continue;
    NodeId name = unit.child(parent, Role::Target);
    for (Role role : {Role::Key, Role::Name})
      if (!name.valid()) name = unit.child(parent, role);
    if (name.valid() && unit.node(name).kind == Kind::Member) name = unit.child(name, Role::Name);
    if (name.valid()) functions.push_back({std::string(unit.text(name)), {node.begin, node.end}});
  }
  return functions;
}

void read_express(const Source& source, const Unit& unit, RouteTable& table) { Reader(source, unit, table).read(); }

}  // namespace sluice::routes
