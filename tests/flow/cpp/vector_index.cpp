#include <vector>

#include "io.h"

void columns() {
  std::vector<std::string> row = {"id", source(), "date"};
  // ok: flow
  sink(row[0]);
  // ruleid: flow
  sink(row[1]);
  // ok: flow
  sink(row.back());
  row.at(1) = "name";
  // ok: flow
  sink(row[1]);
}
