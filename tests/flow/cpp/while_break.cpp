#include "io.h"

void until_found(bool found) {
  std::string token;
  while (true) {
    token = source();
    if (found) break;
    token = "again";
    return;
  }
  // ruleid: flow
  sink(token);
}

void until_cleared(bool found) {
  std::string token = source();
  do {
    token = "cleared";
    if (found) break;
    found = true;
  } while (true);
  // ok: flow
  sink(token);
}
