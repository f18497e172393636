#include <utility>

#include "io.h"

void hand_over() {
  std::string typed = source();
  std::string taken = std::move(typed);
  // ruleid: flow
  sink(taken);
  typed = "fixed";
  // ok: flow
  sink(typed);
  std::swap(typed, taken);
  // ruleid: flow
  sink(typed);
  // ok: flow
  sink(taken);
}
