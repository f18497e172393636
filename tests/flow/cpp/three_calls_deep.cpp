#include "io.h"

static std::string inner(const std::string& text, const std::string& last) {
  return text + last;
}

static std::string middle(const std::string& text) {
  return inner(text, "end");
}

static std::string outer(const std::string& text) {
  return middle("<" + text + ">");
}

void run() {
  // ruleid: flow
  sink(outer(source()));
  // ok: flow
  sink(outer("fixed"));
}
