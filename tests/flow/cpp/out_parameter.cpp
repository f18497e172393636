#include "io.h"

static bool read_pair(std::string* line, std::string* unit) {
  *line = source();
  *unit = "cm";
  return true;
}

void measure() {
  std::string line;
  std::string unit;
  if (!read_pair(&line, &unit)) return;
  // ruleid: flow
  sink(line);
  // ok: flow
  sink(unit);
}
