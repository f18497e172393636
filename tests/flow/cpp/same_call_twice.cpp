#include "io.h"

static std::string framed(const std::string& text) {
  return "[" + text + "]";
}

void run() {
  const std::string typed = framed(source());
  const std::string fixed = framed("fixed");
  // ruleid: flow
  sink(typed);
  // ok: flow
  sink(fixed);
}
