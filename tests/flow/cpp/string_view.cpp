#include <string_view>

#include "io.h"

static std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

void run() {
  const std::string typed = source();
  // ruleid: flow
  sink(std::string(trimmed(typed)));
  // ok: flow
  sink(std::string(trimmed("  fixed")));
}
