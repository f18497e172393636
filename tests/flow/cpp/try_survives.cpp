#include <stdexcept>
#include <string>

#include "io.h"

static int parsed(int number) {
  if (number == 0) throw std::out_of_range("zero");
  return 100 / number;
}

void parse(int number) {
  std::string text = "none";
  try {
    text = source();
    parsed(number);
    text = "parsed";
  } catch (const std::out_of_range&) {
    // ruleid: flow
    sink(text);
    text = "failed";
  }
  // ok: flow
  sink(text);
}
