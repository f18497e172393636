#include "io.h"

void discard() {
  std::string draft = source();
  draft = "empty";
  // ok: flow
  sink(draft);
}

void retain() {
  std::string draft{"empty"};
  draft = source();
  // ruleid: flow
  sink(draft);
  draft.clear();
  // ok: flow
  sink(draft);
}
