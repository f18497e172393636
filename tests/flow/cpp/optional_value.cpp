#include <optional>

#include "io.h"

static std::optional<std::string> found(bool present) {
  if (present) return source();
  return std::nullopt;
}

void run() {
  // ruleid: flow
  sink(found(true).value_or("none"));
  // ok: flow
  sink(found(false).value_or("none"));
  const std::optional<std::string> fixed = "fixed";
  // ok: flow
  sink(*fixed);
}
