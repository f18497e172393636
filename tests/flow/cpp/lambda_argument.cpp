#include <functional>

#include "io.h"

static std::string twice(const std::function<std::string(std::string)>& change, const std::string& text) {
  return change(change(text));
}

void use() {
  const std::string typed = source();
  // ruleid: flow
  sink(twice([](const std::string& text) { return text + "."; }, typed));
  // ok: flow
  sink(twice([](const std::string&) { return std::string("same"); }, typed));
}
