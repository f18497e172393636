#include <tuple>
#include <utility>

#include "io.h"

static std::pair<std::string, std::string> measure() {
  return {source(), "cm"};
}

void report() {
  const auto [length, unit] = measure();
  // ruleid: flow
  sink(length);
  // ok: flow
  sink(unit);
  const auto triple = std::make_tuple("a", source(), "c");
  // ruleid: flow
  sink(std::get<1>(triple));
  // ok: flow
  sink(std::get<2>(triple));
}
