#include "io.h"

static std::string show(const std::string& text) {
  return text;
}

static std::string show(const std::string&, int) {
  return "too wide";
}

static std::string show(int number) {
  return std::to_string(number);
}

void run() {
  // ruleid: flow
  sink(show(source()));
  // ok: flow
  sink(show(source(), 3));
  // ok: flow
  sink(show(42));
}
