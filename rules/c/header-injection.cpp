#include <httplib.h>

void mount(httplib::Server& server) {
  server.Get("/language", [](const httplib::Request& request, httplib::Response& response) {
    // ruleid: c-header-injection
    response.set_header("Content-Language", request.get_param_value("language"));
    // ok: c-header-injection
    response.set_header("Content-Language", "en");
  });
}
