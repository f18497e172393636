#include "io.h"

static std::string pass(const std::string& text) {
  return clean(text);
}

static std::string look(const std::string& text) {
  clean(text);
  return text;
}

void run() {
  // ok: flow
  sink(pass(source()));
  // ruleid: flow
  sink(look(source()));
}
