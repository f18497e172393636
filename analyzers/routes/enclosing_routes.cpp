// Routes that stand around their handler, for Finding::routes:
//
//   @app.route("/a")   @GetMapping({"/a", "/b"})   [HttpGet("{id}")]   @Get(":id")      an annotation, below the one of the class
//   app.get("/a", (q, r) => ..)                                                         a call that the function is given to
//
// What begins with `/` is a route under any annotation; what does not is one where frameworks leave the slash out.
#include <algorithm>
#include <span>

#include "analyzers/finding.h"
#include "analyzers/routes/route_table.h"
#include "base/text.h"

namespace sluice {
namespace {

constexpr std::string_view kVerbs[] = {"HttpGet",    "HttpPost",   "HttpPut",     "HttpDelete",    "HttpPatch",    "HttpHead", "GetMapping", "PostMapping",
                                       "PutMapping", "PatchMapping", "DeleteMapping", "RequestMapping", "Get",      "Post",     "Put",        "Delete",
                                       "Patch",      "All",        "GET",         "POST",          "PUT",          "DELETE",   "PATCH"};
constexpr std::string_view kPlaces[] = {"Route", "Path", "Controller"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

// The strings of an argument: itself, or those of a list.
void add_texts(const Unit& unit, NodeId node, std::vector<std::string>& texts) {
  if (!node.valid()) return;
  if (unit.node(node).kind == Kind::String) return texts.push_back(std::string(unit.text(node)));
  if (unit.node(node).kind != Kind::Array) return;
  for (NodeId child : unit.children(node))
    if (unit.node(child).kind == Kind::String) texts.push_back(std::string(unit.text(child)));
}

// What an annotation says: routes, or that its function answers at the route of its class.
struct Annotated {
  std::vector<std::string> routes;
  bool is_bare = false;
};

void read_annotation(const Unit& unit, NodeId annotation, Annotated& all) {
  NodeId called = unit.child(annotation, Role::Name);
  if (called.valid() && unit.node(called).kind == Kind::Member) called = unit.child(called, Role::Name);
  std::string_view name = called.valid() ? unit.text(called) : std::string_view();
  bool is_verb = is_one_of(name, kVerbs);
  std::vector<std::string> texts;
  add_texts(unit, routes::argument(unit, annotation, 0), texts);
  for (std::string_view key : {"value", "path"}) add_texts(unit, routes::keyword(unit, annotation, key), texts);
  for (std::string& text : texts) {
    if (text.starts_with("~/")) text.erase(0, 1);
    bool is_route = text.starts_with('/') || is_verb || is_one_of(name, kPlaces);
    if (is_route) all.routes.push_back(text.starts_with('/') ? text : "/" + text);
  }
  all.is_bare |= is_verb && texts.empty();
}

Annotated annotations_of(const Unit& unit, NodeId declaration) {
  Annotated all;
  for (NodeId child : unit.children(declaration))
    if (unit.node(child).kind == Kind::Attribute) read_annotation(unit, child, all);
  return all;
}

// How frameworks call what hangs a function up at a route. `readFile("/etc/a", (e) => ..)` is none.
bool hangs_up(std::string_view callee) {
  constexpr std::string_view kNames[] = {"get",   "post", "put",   "patch",  "delete",     "del", "all",    "any",     "options", "head",
                                         "match", "use",  "route", "handle", "handlefunc", "map", "mapget", "mappost", "mapput",  "mapdelete",
                                         "mappatch"};
  return is_one_of(to_lower(callee), kNames);
}

// `app.get("/a", (q, r) => ..)`: of the call that the function is an argument of.
std::string route_of_call(const Unit& unit, NodeId function) {
  NodeId list = unit.parent(function);
  if (!list.valid() || unit.node(list).role != Role::Arguments) return {};
  NodeId call = unit.parent(list);
  if (!hangs_up(routes::callee_name(unit, call))) return {};
  std::string route = routes::text_of_string(unit, unit.first_child(list));
  return route.starts_with('/') ? route : std::string();
}

std::vector<std::string> routes_of(const Unit& unit, NodeId function, const std::vector<std::string>& prefixes) {
  Annotated own = annotations_of(unit, function);
  if (std::string called = route_of_call(unit, function); !called.empty()) own.routes.push_back(std::move(called));
  if (prefixes.size() != 1) return own.routes;
  // ASP.NET: what begins with a slash itself is below nothing.
  bool is_absolute_told = unit.language() == Language::CSharp;
  std::vector<std::string> below;
  for (const std::string& route : own.routes) below.push_back(routes::joined_route(prefixes[0], route));
  if (is_absolute_told)
    for (NodeId child : unit.children(function)) {
      if (unit.node(child).kind != Kind::Attribute) continue;
      std::string text = routes::text_of_string(unit, routes::argument(unit, child, 0));
      if (text.starts_with("~/")) text.erase(0, 1);
      if (text.starts_with('/')) std::ranges::replace(below, routes::joined_route(prefixes[0], text), text);
    }
  if (own.is_bare && below.empty()) below.push_back(prefixes[0]);
  return below;
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
    if (node.kind == Kind::Class) prefixes = annotations_of(unit, {i}).routes;
    // A function within a handler is the handler's.
    if (node.kind == Kind::Function || node.kind == Kind::Lambda)
      if (std::vector<std::string> own = routes_of(unit, {i}, prefixes); !own.empty()) routes = std::move(own);
    ++i;
  }
  return routes;
}

}  // namespace sluice
