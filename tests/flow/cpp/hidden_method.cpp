#include "io.h"

struct Teller {
  std::string tell() const { return source(); }
};

struct ShyTeller : Teller {
  std::string tell() const { return "hush"; }
};

void run() {
  ShyTeller shy;
  // ok: flow
  sink(shy.tell());
  const Teller& known = shy;
  // ruleid: flow
  sink(known.tell());
  // ruleid: flow
  sink(shy.Teller::tell());
}
