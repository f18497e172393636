#include <vector>

#include "io.h"

static void fill(std::vector<std::string>& lines, const std::string& line) {
  lines.push_back(line);
}

void run() {
  std::vector<std::string> typed;
  std::vector<std::string> fixed;
  fill(typed, source());
  fill(fixed, "fixed");
  // ruleid: flow
  sink(typed[0]);
  // ok: flow
  sink(fixed[0]);
}
