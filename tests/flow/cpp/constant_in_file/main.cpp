#include "../io.h"
#include "config.hpp"

void run() {
  const std::string typed = source();
  if (config::kTrace) {
    // ok: flow
    sink(typed);
  }
  if (config::kLevel > 2) {
    // ruleid: flow
    sink(typed);
  }
}
