// Small programs whose routes stand elsewhere than their handlers: each `sink(..)` must have the routes that lead to it.
#include "analyzers/routes/route_table.h"

#include <catch2/catch.hpp>

#include "analyzers/scan/scan.h"
#include "../scan/tree_in_memory.h"

using namespace sluice;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;
// By what is given to `sink`.
using Routes = std::map<std::string, std::vector<std::string>>;

constexpr std::string_view kRules = R"yaml(rules:
  - id: sink
    message: "$X"
    severity: ERROR
    languages: [python, js, ts, ruby, php, csharp, java]
    pattern: sink($X)
)yaml";

Routes routes_of(const Files& files) {
  auto rules = parse_rules("r.yaml", kRules);
  REQUIRE(rules);
  auto result = scan(test::tree_of(files), *rules, {.jobs = 1});
  REQUIRE(result);
  Routes routes;
  for (const Finding& finding : result->findings) routes[finding.message] = finding.routes;
  return routes;
}

}  // namespace

TEST_CASE("Django: urlpatterns name functions and classes, include hangs them lower", "[routes]") {
  Routes routes = routes_of({
      {"site/urls.py", "from django.urls import include, path\nurlpatterns = [path('shop/', include('shop.urls')), path('about', lambda r: 1)]\n"},
      {"shop/urls.py",
       "from django.urls import path, re_path\nfrom . import views\nfrom .more import listed\nfrom shop.classes import OrderView\nfrom django.contrib.auth.decorators import login_required\n"
       "urlpatterns = [\n  path('orders/<int:id>/', views.detail, name='d'),\n  path('orders/', listed),\n  path('o/', OrderView.as_view()),\n"
       "  re_path(r'^old/(?P<id>\\d+)/$', login_required(views.old)),\n]\n"},
      {"shop/views.py", "def detail(request, id):\n  sink(a)\ndef old(request, id):\n  sink(b)\ndef unrouted(request):\n  sink(c)\n"},
      {"shop/more.py", "def listed(request):\n  sink(d)\n"},
      {"shop/classes.py", "class OrderView(View):\n  def get(self, request):\n    sink(e)\n"},
      {"other/views.py", "def detail(request, id):\n  sink(f)\n"},
  });
  CHECK(routes == Routes{{"a", {"/shop/orders/<int:id>/"}}, {"b", {"/shop/old/{id}/"}}, {"c", {}}, {"d", {"/shop/orders/"}}, {"e", {"/shop/o/"}}, {"f", {}}});
}

TEST_CASE("Flask and FastAPI: blueprints and routers have prefixes of their own and where they are hung up", "[routes]") {
  Routes routes = routes_of({
      {"app/main.py", "from fastapi import FastAPI\nfrom app.routers import items\nfrom .users import bp as users\napp = FastAPI()\napp.include_router(items.router, prefix='/api')\n"
                      "app.register_blueprint(users, url_prefix='/u')\n"},
      {"app/routers/items.py", "from fastapi import APIRouter\nrouter = APIRouter(prefix='/items')\n@router.get('/{id}')\ndef read(id):\n  sink(a)\n"},
      {"app/users.py", "from flask import Blueprint\nbp = Blueprint('users', __name__)\n@bp.route('/<name>')\ndef show(name):\n  sink(b)\n"},
      {"app/plain.py", "@app.route('/plain')\ndef plain():\n  sink(c)\n"},
  });
  CHECK(routes == Routes{{"a", {"/api/items/{id}"}}, {"b", {"/u/<name>"}}, {"c", {"/plain"}}});
}

TEST_CASE("Express: routers are mounted, and handlers are named where they are hung up", "[routes]") {
  Routes routes = routes_of({
      {"src/app.js", "const express = require('express');\nconst orders = require('./routes/orders');\nimport api from './api';\nconst app = express();\nconst own = express.Router();\n"
                     "own.get('/own/:id', (q, r) => { readFile('/etc/a', (e) => { sink(a); }); });\napp.get('/top', (q, r) => { sink(b); });\nfunction named(q, r) { sink(c); }\napp.post('/named', named);\n"
                     "app.use('/v1', own);\napp.use('/orders', orders);\napp.use('/api', api);\n"},
      {"src/routes/orders.js", "const router = require('express').Router();\nconst c = require('../controllers/order');\nrouter.get('/:id', (q, r) => { sink(d); });\n"
                               "router.delete('/:id', c.remove);\nmodule.exports = router;\n"},
      {"src/controllers/order.js", "exports.remove = (q, r) => { sink(e); };\nexports.other = (q, r) => { sink(f); };\n"},
      {"src/api/index.ts", "import express from 'express';\nimport inner from './inner';\nconst router = express.Router();\nrouter.use('/inner', inner);\nexport default router;\n"},
      {"src/api/inner.ts", "import express from 'express';\nconst router = express.Router();\nrouter.get('/x', (q, r) => { sink(g); });\nexport default router;\n"},
  });
  CHECK(routes == Routes{{"a", {"/v1/own/:id"}}, {"b", {"/top"}}, {"c", {"POST /named"}}, {"d", {"/orders/:id"}}, {"e", {"DELETE /orders/:id"}}, {"f", {}}, {"g", {"/api/inner/x"}}});
}

TEST_CASE("Rails: requests, resources, namespaces and scopes", "[routes]") {
  Routes routes = routes_of({
      {"config/routes.rb", "Rails.application.routes.draw do\n  root 'home#index'\n  get '/find/:q', to: 'home#find'\n  post 'x' => 'home#create'\n"
                           "  resources :orders, only: [:show, :index] do\n    member do\n      get :preview\n    end\n    resources :lines, except: [:index]\n  end\n"
                           "  namespace :admin do\n    resources :orders, only: :destroy\n  end\n  scope '/v2', module: 'v2' do\n    get 'ping', to: 'ping#show'\n  end\nend\n"},
      {"app/controllers/home_controller.rb", "class HomeController\n  def index\n    sink(a)\n  end\n  def find\n    sink(b)\n  end\n  def create\n    sink(c)\n  end\n  def helper\n    sink(d)\n  end\nend\n"},
      {"app/controllers/orders_controller.rb", "class OrdersController\n  def show\n    sink(e)\n  end\n  def preview\n    sink(f)\n  end\n  def destroy\n    sink(g)\n  end\nend\n"},
      {"app/controllers/admin/orders_controller.rb", "class Admin::OrdersController\n  def destroy\n    sink(h)\n  end\nend\n"},
      {"app/controllers/lines_controller.rb", "class LinesController\n  def create\n    sink(i)\n  end\nend\n"},
      {"app/controllers/v2/ping_controller.rb", "class V2::PingController\n  def show\n    sink(j)\n  end\nend\n"},
  });
  CHECK(routes == Routes{{"a", {"GET /"}}, {"b", {"GET /find/:q"}}, {"c", {"POST /x"}}, {"d", {}}, {"e", {"GET /orders/:id"}}, {"f", {"GET /orders/:id/preview"}}, {"g", {}},
                         {"h", {"DELETE /admin/orders/:id"}}, {"i", {"POST /orders/:order_id/lines"}}, {"j", {"GET /v2/ping"}}});
}

TEST_CASE("Laravel: arrays, texts, groups, resources", "[routes]") {
  Routes routes = routes_of({
      {"routes/web.php", "<?php\nuse App\\Http\\Controllers\\OrderController;\nRoute::get('/orders/{id}', [OrderController::class, 'show'])->name('o');\n"
                         "Route::post('orders', 'OrderController@store');\nRoute::middleware('auth')->prefix('admin')->group(function () {\n"
                         "  Route::any('/users', [UserController::class, 'index']);\n});\nRoute::resource('photos', PhotoController::class);\n"},
      {"routes/api.php", "<?php\nRoute::put('/orders/{id}', [OrderController::class, 'update']);\n"},
      {"app/OrderController.php", "<?php\nclass OrderController {\n  function show() { sink(a); }\n  function store() { sink(b); }\n  function update() { sink(c); }\n  private function help() { sink(d); }\n}\n"},
      {"app/UserController.php", "<?php\nclass UserController {\n  function index() { sink(e); }\n}\n"},
      {"app/PhotoController.php", "<?php\nclass PhotoController {\n  function edit() { sink(f); }\n}\n"},
  });
  CHECK(routes == Routes{{"a", {"GET /orders/{id}"}}, {"b", {"POST /orders"}}, {"c", {"PUT /api/orders/{id}"}}, {"d", {}}, {"e", {"/admin/users"}}, {"f", {"GET /photos/{id}/edit"}}});
}

TEST_CASE("annotations: below the one of the class, with and without a slash, alone", "[routes]") {
  Routes routes = routes_of({
      {"A.cs", "[Route(\"api/[controller]\")]\npublic class OrdersController {\n  [HttpGet(\"{id}\")] public void Show() { sink(a); }\n  [HttpGet] public void All() { sink(b); }\n"
               "  [HttpPost(\"/abs/x\")] public void Abs() { sink(c); }\n  [Obsolete(\"no\")] public void Not() { sink(d); }\n}\n"},
      {"B.java", "@RequestMapping(value = \"/api\", produces = \"x\")\nclass B {\n  @GetMapping({\"/a\", \"/b\"}) void f() { sink(e); }\n  @PostMapping void g() { sink(f); }\n"
                 "  @Named(\"no\") void h() { sink(g); }\n}\n"},
      {"c.ts", "@Controller('orders')\nexport class C {\n  @Get(':id') show(q) { sink(h); }\n  @Post() make(q) { sink(i); }\n}\n"},
      {"d.py", "@app.route('/plain', methods=['GET'])\ndef plain():\n  sink(j)\n"},
  });
  CHECK(routes == Routes{{"a", {"/api/[controller]/{id}"}}, {"b", {"/api/[controller]"}}, {"c", {"/abs/x"}}, {"d", {}}, {"e", {"/api/a", "/api/b"}}, {"f", {"/api"}},
                         {"g", {}}, {"h", {"/orders/:id"}}, {"i", {"/orders"}}, {"j", {"/plain"}}});
}

TEST_CASE("routers that mount each other, and tables without end, end", "[routes]") {
  std::string deep = "const express = require('express');\nconst router = express.Router();\nconst other = require('./b');\nrouter.use('/a', other);\nrouter.get('/x', (q, r) => { sink(a); });\n";
  std::string back = "const express = require('express');\nconst router = express.Router();\nconst other = require('./a');\nrouter.use('/b', other);\n";
  Routes routes = routes_of({{"a.js", deep}, {"b.js", back}});
  CHECK(routes["a"].size() <= 32);
  std::string nested = "Rails.application.routes.draw do\n";
  for (int i = 0; i < 300; ++i) nested += "namespace :n do\n";
  nested += "resources :orders\n";
  for (int i = 0; i < 301; ++i) nested += "end\n";
  CHECK(routes_of({{"config/routes.rb", nested}, {"app/a.rb", "sink(a)\n"}}) == Routes{{"a", {}}});
}
