#include <catch2/catch.hpp>

#include "analyzers/flow/engine/template_index.h"

using namespace sluice::flow;

namespace {

std::string found(const TemplateIndex& index, std::string_view name, std::string_view folder = {}, std::string_view from = {}) {
  const TemplateIndex::Page* page = index.find(name, folder, from);
  return page ? page->path : "";
}

}  // namespace

TEST_CASE("a template is found by the end of its path", "[analyzers][flow]") {
  TemplateIndex index;
  for (std::string_view path : {"shop/templates/shop/list.html", "app/views/posts/show.html.erb", "app/views/posts/_form.html.erb", "app/views/users/show.html.erb", "res/views/admin/users.blade.php",
                                "web/Views/Home/Index.cshtml", "web/Views/Admin/Index.cshtml", "t/mail.html.twig", "a/page.ejs", "b/page.ejs"})
    index.add({std::string(path), {1}, {}});
  CHECK(found(index, "shop/list.html") == "shop/templates/shop/list.html");
  CHECK(found(index, "list.html") == "shop/templates/shop/list.html");
  CHECK(found(index, "op/list.html").empty());
  CHECK(found(index, "list.htm").empty());
  CHECK(found(index, "posts/show") == "app/views/posts/show.html.erb");
  CHECK(found(index, "show", "users") == "app/views/users/show.html.erb");
  CHECK(found(index, "form", "", "app/views/posts/show.html.erb") == "app/views/posts/_form.html.erb");
  CHECK(found(index, "admin.users") == "res/views/admin/users.blade.php");
  CHECK(found(index, "~/Views/Admin/Index.cshtml") == "web/Views/Admin/Index.cshtml");
  CHECK(found(index, "index", "Home") == "web/Views/Home/Index.cshtml");
  CHECK(found(index, "@App/mail.html.twig") == "t/mail.html.twig");
  CHECK(found(index, "page", "", "b/app.js") == "b/page.ejs");
  CHECK(found(index, "../page", "", "a/x/app.js") == "a/page.ejs");
  CHECK(found(index, "").empty());
}
