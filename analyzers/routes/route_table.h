// analyzers/routes/route_table.h - routes that are written in another place than the code that answers them.
//
// Django's `urlpatterns`, Rails' `routes.rb`, Laravel's `Route::get(..)`, routers that Express mounts,
// `include_router` of FastAPI and `register_blueprint` of Flask:
//
//   path("orders/<int:id>/", views.order_detail)      urls.py, and the handler stands in views.py
//   app.use("/api", require("./routes/orders"))       every route of routes/orders.js begins with /api
//
// The gate links a finding in a handler with what a web scanner saw at its URL (gate/links.h); for that a
// result has its handler's routes (Finding::routes). What an annotation or a call around the handler says is
// known when the file is read (analyzers/finding.h). This is for the rest, after all files were looked at.
//
// A route too many links two things that have nothing to do with each other; one too few leaves two unlinked.
// Neither changes what is found or decided, so names are compared as written and nothing is proven.
//
// To add a framework: a file here with a function that fills a RouteTable, a line in route_table.cpp, a program in
// tests/unit/analyzers/routes.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/finding.h"
#include "analyzers/source/source.h"
#include "analyzers/unit/unit.h"

namespace sluice::routes {

// A path, and who answers it.
struct TableRoute {
  std::string route;    // "/orders/{id}", or with a method: "GET /orders/{id}"
  std::string table;    // the file that it is written in
  std::string handler;  // definition: "order_detail", "OrdersController.show"
  std::string file;     // what the handler's path is or ends with: "orders_controller.rb"; empty: a file below the table's folder
};

// All routes of the files `file` (or that end with "/" and it) begin with `prefix`.
struct Mount {
  std::string file;
  std::string prefix;  // "/api"
  std::string table;   // where it is written: its own routes may be mounted, too
};

struct RouteTable {
  std::vector<TableRoute> routes;
  std::vector<Mount> mounts;
  // Of routers that are mounted in the file they are made in: (file, route as written) -> the route with its prefix.
  std::map<std::pair<std::string, std::string>, std::string> local;
  // Of files that scripts take handlers from: functions by the name that they are known by outside, which need not be their own
  // (`exports.list = (q, r) => ..`).
  struct NamedFunction {
    std::string name;
    ByteRange range;
  };
  std::map<std::string, std::vector<NamedFunction>, std::less<>> functions;
};

// One for each framework: whether a file may be a table, and what is in it.
bool may_be_django(const Source& source);
void read_django(const Source& source, const Unit& unit, RouteTable& table);
bool may_be_blueprints(const Source& source);
void read_blueprints(const Source& source, const Unit& unit, RouteTable& table);
bool may_be_express(const Source& source);
void read_express(const Source& source, const Unit& unit, RouteTable& table);
std::vector<RouteTable::NamedFunction> exported_functions(const Unit& unit);
bool may_be_rails(const Source& source);
void read_rails(const Source& source, const Unit& unit, RouteTable& table);
bool may_be_laravel(const Source& source);
void read_laravel(const Source& source, const Unit& unit, RouteTable& table);

RouteTable read_route_tables(const SourceSet& sources);

// Gives the findings the routes of the table; those that they have get the prefixes of their files.
void add_routes(const RouteTable& table, const SourceSet& sources, std::vector<Finding>& findings);

// Words of a tree that all of them ask for.
std::string_view callee_name(const Unit& unit, NodeId call);           // "get" of `app.get(..)`, `get ..`
NodeId argument(const Unit& unit, NodeId call, std::size_t index);     // without keywords; not valid: there is none
NodeId keyword(const Unit& unit, NodeId call, std::string_view name);  // its value
std::string text_of_string(const Unit& unit, NodeId node);             // of a string or symbol; else empty
std::string joined_route(std::string_view prefix, std::string_view path);  // "/api" + "orders/" -> "/api/orders/"
std::string folder_of(std::string_view path);                          // "a/b/" of "a/b/c.py"
std::string resolved_path(std::string_view folder, std::string_view relative);  // "a/b/" and "../c" -> "a/c"

}  // namespace sluice::routes
