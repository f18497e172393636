#include <functional>

#include "io.h"

static std::function<std::string(const std::string&)> prefixer(const std::string& prefix) {
  return [prefix](const std::string& text) { return prefix + text; };
}

void run() {
  const auto hostile = prefixer(source());
  const auto friendly = prefixer("mr ");
  // ruleid: flow
  sink(hostile("smith"));
  // ok: flow
  sink(friendly("smith"));
}
