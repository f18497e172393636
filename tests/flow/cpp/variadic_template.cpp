#include "io.h"

template <typename... Parts>
static std::string joined(const Parts&... parts) {
  return (std::string() + ... + parts);
}

template <typename First, typename... Rest>
static std::string first_of(const First& first, const Rest&...) {
  return first;
}

void run() {
  // ruleid: flow
  sink(joined("a", "b", source()));
  // ok: flow
  sink(joined("a", "b", "c"));
  // ok: flow
  sink(first_of("a", source()));
}
