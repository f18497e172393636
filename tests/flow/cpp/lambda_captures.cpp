#include "io.h"

void wire() {
  std::string token = source();
  std::string name = "fixed";
  auto log = [&token, name] {
    // ruleid: flow
    sink(token);
    // ok: flow
    sink(name);
  };
  name = source();
  log();
}
