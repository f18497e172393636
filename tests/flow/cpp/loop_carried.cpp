#include "io.h"

void history() {
  std::string previous = "start";
  std::string current = "start";
  for (int round = 0; round < 3; ++round) {
    // ruleid: flow
    sink(previous);
    previous = current;
    current = source();
  }
}

void no_history() {
  for (int round = 0; round < 3; ++round) {
    std::string current = "start";
    // ok: flow
    sink(current);
    current = source();
  }
}
