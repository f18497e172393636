#include "io.h"

void shared() {
  std::string here = "plain";
  std::string& there = here;
  there = source();
  // ruleid: flow
  sink(here);
}

void separate() {
  std::string here = "plain";
  std::string there = here;
  there = source();
  // ok: flow
  sink(here);
}
