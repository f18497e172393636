#include "../io.h"
#include "holder.hpp"

void run() {
  const Pair<std::string> pair(source(), "fixed");
  // ruleid: flow
  sink(pair.first());
  // ok: flow
  sink(pair.second());
}
