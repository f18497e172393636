#include <sstream>

#include "io.h"

void compose() {
  std::ostringstream page;
  page << "<p>" << source() << "</p>";
  // ruleid: flow
  sink(page.str());
  std::ostringstream empty;
  empty << "<p>" << 3;
  // ok: flow
  sink(empty.str());
}

void split() {
  std::istringstream typed(source());
  std::string word;
  while (typed >> word) {
    // ruleid: flow
    sink(word);
  }
}
