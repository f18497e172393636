#include "io.h"

void guarded(bool known) {
  std::string typed = source();
  if (!known) {
    typed = "unknown";
    // ok: flow
    sink(typed);
    return;
  }
  // ruleid: flow
  sink(typed);
}
