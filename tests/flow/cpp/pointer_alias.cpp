#include "io.h"

struct Slot {
  std::string value;
};

void point() {
  Slot first;
  Slot second;
  Slot* current = &first;
  current->value = source();
  // ruleid: flow
  sink(first.value);
  // ok: flow
  sink(second.value);
  current = &second;
  // ok: flow
  sink(current->value);
}
