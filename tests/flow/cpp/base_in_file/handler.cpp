#include "handler.hpp"

#include "../io.h"

void Handler::handle() {
  // ruleid: flow
  sink(read());
  // ok: flow
  sink(name());
}
