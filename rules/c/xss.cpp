#include <httplib.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>

void mount(httplib::Server& server) {
  server.Get("/hello", [](const httplib::Request& request, httplib::Response& response) {
    auto name = request.get_param_value("name");
    // ruleid: c-xss-response
    response.set_content("<p>" + name + "</p>", "text/html");
    // ok: c-xss-response
    response.set_content("<p>hello</p>", "text/html");
  });
}

void page() {
  const char* query = getenv("QUERY_STRING");
  // ruleid: c-xss-response
  printf("<p>You asked for %s</p>", query);
  // ok: c-xss-response
  printf("<p>You asked for %d</p>", atoi(query));
  // ok: c-xss-response
  fprintf(stderr, "asked for %s", query);
  // ruleid: c-xss-standard-output
  std::cout << "<p>" << query << "</p>";
  // ok: c-xss-standard-output
  std::cout << "<p>" << atoi(query) << "</p>";
}
