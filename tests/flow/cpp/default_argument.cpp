#include "io.h"

static std::string sign(const std::string& text, const std::string& author = "anonymous") {
  return text + author;
}

static std::string ask(const std::string& text = source()) {
  return text;
}

void run() {
  // ruleid: flow
  sink(sign("by ", source()));
  // ok: flow
  sink(sign("by "));
  // ruleid: flow
  sink(ask());
  // ok: flow
  sink(ask("fixed"));
}
