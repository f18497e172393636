#include <variant>

#include "io.h"

static std::string shown(const std::variant<int, std::string>& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return "number";
}

void run() {
  // ruleid: flow
  sink(shown(source()));
  // ok: flow
  sink(shown(42));
}
