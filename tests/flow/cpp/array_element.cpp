#include <array>

#include "io.h"

void cells() {
  std::array<std::string, 2> cells = {"left", "right"};
  cells[1] = source();
  // ok: flow
  sink(cells[0]);
  // ruleid: flow
  sink(cells[1]);
  std::array<std::string, 2> copy = cells;
  cells[1] = "right";
  // ok: flow
  sink(cells[1]);
  // ruleid: flow
  sink(copy[1]);
}
