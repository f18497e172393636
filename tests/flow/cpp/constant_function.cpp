#include "io.h"

static bool audited() {
  return true;
}

static constexpr int limit() {
  return 7 * 6;
}

void run() {
  const std::string text = source();
  if (!audited()) {
    // ok: flow
    sink(text);
  }
  if (limit() > 40) {
    // ruleid: flow
    sink(text);
  }
}
