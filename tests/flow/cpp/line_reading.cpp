#include <sstream>

#include "io.h"

void run() {
  std::istringstream typed(source());
  std::string line;
  while (std::getline(typed, line)) {
    // ruleid: flow
    sink(line);
  }
  std::istringstream fixed("fixed");
  std::getline(fixed, line);
  // ok: flow
  sink(line);
}
