#include "../io.h"
#include "session.hpp"

void run() {
  login(source());
  // ruleid: flow
  sink(session().user);
  // ok: flow
  sink(session().region);
}
