#include "io.h"

struct Guest {
  std::string name;
  std::string table;
};

void seat() {
  Guest first{source(), "window"};
  // ruleid: flow
  sink(first.name);
  // ok: flow
  sink(first.table);
  Guest second{.name = "ann", .table = source()};
  // ok: flow
  sink(second.name);
  // ruleid: flow
  sink(second.table);
}
