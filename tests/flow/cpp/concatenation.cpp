#include "io.h"

void full_path() {
  const std::string file = source();
  std::string full = "/data/" + file;
  // ruleid: flow
  sink(full);
  full = "/data/";
  full += "index.html";
  full.append(".gz");
  // ok: flow
  sink(full);
  full.append(file);
  // ruleid: flow
  sink(full);
}
