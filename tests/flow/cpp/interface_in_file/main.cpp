#include "../io.h"
#include "memory.hpp"

static std::string round_trip(Storage& storage, const std::string& text) {
  storage.save("note", text);
  return storage.load("note");
}

void run() {
  MemoryStorage memory;
  // ruleid: flow
  sink(round_trip(memory, source()));
  NoStorage nothing;
  // ok: flow
  sink(round_trip(nothing, source()));
}
