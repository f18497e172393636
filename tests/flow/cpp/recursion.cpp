#include "io.h"

static std::string pad(const std::string& text, int left) {
  return left <= 0 ? text : pad(" " + text, left - 1);
}

static std::string count(const std::string& text, int left) {
  return left <= 0 ? "done" : count(text, left - 1);
}

void run() {
  // ruleid: flow
  sink(pad(source(), 2));
  // ok: flow
  sink(count(source(), 2));
}
