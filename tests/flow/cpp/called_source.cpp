#include "io.h"

static std::string ask(const std::string& prompt) {
  return prompt + source();
}

static std::string tell(const std::string& prompt) {
  source();
  return prompt;
}

void run() {
  // ruleid: flow
  sink(ask("name? "));
  // ok: flow
  sink(tell("name? "));
}
