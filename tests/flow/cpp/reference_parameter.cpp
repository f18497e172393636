#include "io.h"

static void append(std::string& text, const std::string& more) {
  text += more;
}

static void append_copy(std::string text, const std::string& more) {
  text += more;
}

void run() {
  std::string letter = "dear ";
  append_copy(letter, source());
  // ok: flow
  sink(letter);
  append(letter, source());
  // ruleid: flow
  sink(letter);
}
