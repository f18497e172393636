#include "io.h"

constexpr int kOffset = 106;

void always() {
  std::string reply = source();
  if (7 * 42 - kOffset > 180) reply = "constant";
  // ok: flow
  sink(reply);
}

void never() {
  std::string reply = source();
  const int offset = 206;
  if (7 * 42 - offset > 180) reply = "constant";
  // ruleid: flow
  sink(reply);
}
