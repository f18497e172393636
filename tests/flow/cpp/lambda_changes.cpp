#include "io.h"

void gather() {
  std::string found;
  std::string missed;
  auto visit = [&](const std::string& word) { found = word; };
  visit(source());
  // ruleid: flow
  sink(found);
  // ok: flow
  sink(missed);
}
