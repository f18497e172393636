#include "analyzers/routes/route_table.h"

#include <algorithm>
#include <set>

#include "analyzers/syntax/shaper.h"
#include "base/text.h"

namespace sluice::routes {
namespace {

constexpr std::size_t kMostTables = 2000;
constexpr std::size_t kLargestTable = 1 << 20;
constexpr std::size_t kMostPrefixes = 32;  // of one file
constexpr int kDeepestMount = 8;

struct Framework {
  bool (*may_be)(const Source&);
  void (*read)(const Source&, const Unit&, RouteTable&);
};
constexpr Framework kFrameworks[] = {{may_be_django, read_django}, {may_be_blueprints, read_blueprints}, {may_be_express, read_express}, {may_be_rails, read_rails}, {may_be_laravel, read_laravel}};

bool is_file(std::string_view path, std::string_view end) {
  if (path == end) return true;
  return path.size() > end.size() && path.ends_with(end) && path[path.size() - end.size() - 1] == '/';
}

std::string_view without_extension(std::string_view path) {
  auto dot = path.rfind('.');
  return dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos ? path : path.substr(0, dot);
}

// A module is named without its extension, and a folder for the file `index` in it.
bool is_module(std::string_view path, std::string_view module) {
  if (is_file(path, module)) return true;
  std::string_view plain = without_extension(path);
  return is_file(plain, module) || (plain.ends_with("/index") && is_file(plain.substr(0, plain.size() - std::string_view("/index").size()), module));
}

bool is_handlers_file(const TableRoute& route, std::string_view path) {
  // A module may be a folder of files.
  bool is_in_module = !route.file.empty() && ("/" + std::string(path)).find("/" + route.file + "/") != std::string::npos;
  if (!route.file.empty()) return is_in_module || is_module(path, route.file);
  return path.starts_with(folder_of(route.table));
}

// The prefixes that a file is mounted at, those of the files that mount it before them; none: it is mounted nowhere.
std::set<std::string> prefixes_of(const RouteTable& table, const std::string& path, int depth = 0) {
  std::set<std::string> prefixes;
  if (depth == kDeepestMount) return prefixes;
  for (const Mount& mount : table.mounts) {
    if (mount.table == path || !is_module(path, mount.file)) continue;
    std::set<std::string> outer = prefixes_of(table, mount.table, depth + 1);
    if (outer.empty()) outer.insert("");
    for (const std::string& before : outer)
      if (prefixes.size() < kMostPrefixes) prefixes.insert(joined_route(before, mount.prefix));
  }
  return prefixes;
}

// "GET /a" below "/api" is "GET /api/a".
std::string below(const std::string& prefix, const std::string& route) {
  auto blank = route.find(' ');
  bool has_method = blank != std::string::npos && route.find('/') > blank;
  return has_method ? route.substr(0, blank + 1) + joined_route(prefix, route.substr(blank + 1)) : joined_route(prefix, route);
}

class Prefixes {
 public:
  explicit Prefixes(const RouteTable& table) : table_(table) {}
  void add(const std::string& file, const std::string& route, std::vector<std::string>& all) {
    auto [known, is_new] = known_.try_emplace(file);
    if (is_new) known->second = prefixes_of(table_, file);
    auto local = table_.local.find({file, route});
    const std::string& own = local == table_.local.end() ? route : local->second;
    if (known->second.empty()) all.push_back(own);
    for (const std::string& prefix : known->second) all.push_back(below(prefix, own));
  }

 private:
  const RouteTable& table_;
  std::map<std::string, std::set<std::string>> known_;
};

// "Outer.method" is answered by "Outer" where a class as a whole is named, and by itself.
bool is_handler(std::string_view definition, std::string_view handler) {
  return definition == handler || (definition.starts_with(handler) && definition[handler.size()] == '.') ||
         (definition.size() > handler.size() && definition.ends_with(handler) && definition[definition.size() - handler.size() - 1] == '.');
}

bool is_script(const Source& source) { return source.language == Language::Js || source.language == Language::Ts || source.language == Language::Tsx; }

void find_functions(const SourceSet& sources, RouteTable& table) {
  std::set<std::string> files;
  for (const TableRoute& route : table.routes) files.insert(route.file);
  for (const Source& source : sources.all()) {
    std::string plain(without_extension(source.path));
    std::string_view folder = std::string_view(plain).ends_with("/index") ? std::string_view(plain).substr(0, plain.rfind('/')) : std::string_view(plain);
    bool is_named = files.contains(source.path) || files.contains(plain) || files.contains(std::string(folder));
    if (!is_named || !is_script(source) || source.text.size() > kLargestTable || table.functions.size() >= kMostTables) continue;
    table.functions[source.path] = exported_functions(read_unit(source.language, source.text, nullptr));
  }
}

}  // namespace

RouteTable read_route_tables(const SourceSet& sources) {
  RouteTable table;
  std::size_t read = 0;
  for (const Source& source : sources.all())
    for (const Framework& framework : kFrameworks) {
      if (source.text.size() > kLargestTable || !framework.may_be(source)) continue;
      if (++read > kMostTables) break;
      framework.read(source, read_unit(source.language, source.text, nullptr), table);
    }
  find_functions(sources, table);
  return table;
}

void add_routes(const RouteTable& table, const SourceSet& sources, std::vector<Finding>& findings) {
  if (table.routes.empty() && table.mounts.empty() && table.local.empty()) return;
  // By the last part of a definition's name.
  std::map<std::string, std::vector<const TableRoute*>, std::less<>> by_name;
  for (const TableRoute& route : table.routes) {
    by_name[route.handler.substr(route.handler.rfind('.') + 1)].push_back(&route);
  }
  Prefixes prefixes(table);
  for (Finding& finding : findings) {
    const std::string& path = sources[finding.source].path;
    std::vector<std::string> routes;
    for (const std::string& route : finding.routes) prefixes.add(path, route, routes);
    auto ask = [&](std::string_view definition, std::string_view name) {
      auto known = by_name.find(name);
      if (known == by_name.end()) return;
      for (const TableRoute* route : known->second)
        if (is_handler(definition, route->handler) && is_handlers_file(*route, path)) prefixes.add(route->table, route->route, routes);
    };
    if (!finding.definition.empty())
      for (std::string_view name : split(finding.definition, '.')) ask(finding.definition, name);
    if (auto functions = table.functions.find(path); functions != table.functions.end())
      for (const auto& [name, range] : functions->second)
        if (range.begin <= finding.range.begin && finding.range.end <= range.end) ask(name, name);
    std::ranges::sort(routes);
    routes.erase(std::ranges::unique(routes).begin(), routes.end());
    if (routes.size() > kMostPrefixes) routes.resize(kMostPrefixes);
    finding.routes = std::move(routes);
  }
}

std::string_view callee_name(const Unit& unit, NodeId call) {
  NodeId callee = unit.child(call, Role::Callee);
  if (!callee.valid()) return {};
  if (unit.node(callee).kind == Kind::Member) callee = unit.child(callee, Role::Name);
  return callee.valid() ? unit.text(callee) : std::string_view();
}

NodeId argument(const Unit& unit, NodeId call, std::size_t index) {
  NodeId list = unit.child(call, Role::Arguments);
  if (!list.valid()) return {};
  for (NodeId child : unit.children(list)) {
    if (unit.node(child).kind == Kind::KeywordArgument) continue;
    if (index-- == 0) return child;
  }
  return {};
}

NodeId keyword(const Unit& unit, NodeId call, std::string_view name) {
  NodeId list = unit.child(call, Role::Arguments);
  if (!list.valid()) return {};
  for (NodeId child : unit.children(list)) {
    if (unit.node(child).kind != Kind::KeywordArgument) continue;
    NodeId own = unit.child(child, Role::Name);
    if (own.valid() && unit.text(own) == name) return unit.child(child, Role::Value);
  }
  return {};
}

std::string text_of_string(const Unit& unit, NodeId node) {
  if (!node.valid()) return {};
  Kind kind = unit.node(node).kind;
  return kind == Kind::String || kind == Kind::Symbol ? std::string(unit.text(node)) : std::string();
}

std::string joined_route(std::string_view prefix, std::string_view path) {
  while (prefix.ends_with('/')) prefix.remove_suffix(1);
  while (path.starts_with('/')) path.remove_prefix(1);
  return std::string(prefix) + "/" + std::string(path);
}

std::string folder_of(std::string_view path) {
  auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

std::string resolved_path(std::string_view folder, std::string_view relative) {
  std::string path(folder);
  if (path.ends_with('/')) path.pop_back();
  for (std::string_view part : split(relative, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      auto slash = path.rfind('/');
      path.erase(slash == std::string::npos ? 0 : slash);
    } else {
      path += (path.empty() ? "" : "/") + std::string(part);
    }
  }
  return path;
}

}  // namespace sluice::routes
