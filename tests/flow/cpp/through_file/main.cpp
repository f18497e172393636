#include "../io.h"
#include "input.hpp"

void run() {
  Input input;
  // ruleid: flow
  sink(input.line());
  // ok: flow
  sink(input.prompt());
}
