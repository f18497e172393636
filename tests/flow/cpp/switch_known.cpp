#include "io.h"

void route() {
  const char mode = 'B';
  std::string target;
  switch (mode) {
    case 'A':
      target = source();
      break;
    case 'B':
      target = "home";
      break;
    default:
      target = source();
  }
  // ok: flow
  sink(target);
}

void route_unknown(int mode) {
  std::string target = "home";
  switch (mode) {
    case 1:
      target = source();
      break;
    case 2:
      target = "two";
  }
  // ruleid: flow
  sink(target);
}
