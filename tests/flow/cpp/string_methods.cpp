#include <algorithm>
#include <cctype>

#include "io.h"

void tidy() {
  std::string typed = source();
  // ruleid: flow
  sink(typed.substr(0, 12));
  // ruleid: flow
  sink(typed.c_str());
  std::string loud(typed.size(), ' ');
  std::transform(typed.begin(), typed.end(), loud.begin(), ::toupper);
  // ruleid: flow
  sink(loud);
  std::string fixed = "fixed";
  fixed.insert(0, "> ");
  // ok: flow
  sink(fixed.substr(1));
  fixed.replace(0, 1, typed);
  // ruleid: flow
  sink(fixed);
}
