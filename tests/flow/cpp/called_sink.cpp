#include "io.h"

static void print(const std::string& text, const std::string& copies) {
  // ruleid: flow
  sink(text);
  // ok: flow
  sink(copies);
}

void run() {
  print(source(), "2");
}
