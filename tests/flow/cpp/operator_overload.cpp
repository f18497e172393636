#include "io.h"

struct Text {
  std::string value;
};

static Text operator+(const Text& left, const Text& right) {
  return {left.value + right.value};
}

static Text operator*(const Text&, const Text&) {
  return {"product"};
}

void run() {
  const Text typed{source()};
  const Text comma{","};
  // ruleid: flow
  sink((typed + comma).value);
  // ok: flow
  sink((typed * comma).value);
}
