#include <httplib.h>

#include <cstdio>
#include <cstdlib>

void mount(httplib::Server& server) {
  server.Get("/leave", [](const httplib::Request& request, httplib::Response& response) {
    // ruleid: c-open-redirect
    response.set_redirect(request.get_param_value("next"));
    // ok: c-open-redirect
    response.set_redirect("/home");
  });
}

void leave() {
  // ruleid: c-open-redirect
  printf("Location: %s\r\n\r\n", getenv("QUERY_STRING"));
  // ok: c-open-redirect
  printf("Location: /home?%s\r\n\r\n", getenv("QUERY_STRING"));
}
