#include <httplib.h>
#include <inja/inja.hpp>

void mount(httplib::Server& server) {
  server.Get("/hello", [](const httplib::Request& request, httplib::Response& response) {
    inja::json data;
    data["name"] = request.get_param_value("name");
    // ruleid: c-template-injection
    std::string page = inja::render(request.get_param_value("layout"), data);
    // ok: c-template-injection
    page = inja::render("Hello {{ name }}", data);
  });
}
