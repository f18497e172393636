#include <stdexcept>

#include "io.h"

static void refuse(const std::string& name) {
  throw std::invalid_argument("unknown " + name);
}

void caught() {
  try {
    refuse(source());
  } catch (const std::exception& problem) {
    // ruleid: flow
    sink(problem.what());
  }
}

void caught_fixed() {
  try {
    refuse("nobody");
  } catch (const std::invalid_argument& problem) {
    // ok: flow
    sink(problem.what());
  }
}
