#include "io.h"

struct Refused {
  std::string reason;
  std::string code;
};

static void check(const std::string& name) {
  throw Refused{name, "403"};
}

void enter() {
  try {
    check(source());
  } catch (const Refused& problem) {
    // ruleid: flow
    sink(problem.reason);
    // ok: flow
    sink(problem.code);
  }
}
