#include "io.h"

void pick(bool flag) {
  const std::string typed = source();
  // ruleid: flow
  sink(flag ? "default" : typed);
  // ok: flow
  sink(flag ? "left" : "right");
  const int limit = 10;
  // ok: flow
  sink(limit > 5 ? "enough" : typed);
}
