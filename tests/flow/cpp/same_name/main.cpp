#include "../io.h"
#include "polite.hpp"
#include "rude.hpp"

void run() {
  // ok: flow
  sink(polite::answer(source()));
  // ruleid: flow
  sink(rude::answer(source()));
}
