#include <sstream>
#include <string>

#include "io.h"

void page() {
  std::ostringstream page;
  page << "<p>" << 1 << source();
  // ruleid: flow
  sink(page.str());
  std::ostringstream empty;
  empty << "<p>" << 2;
  // ok: flow
  sink(empty.str());
}
