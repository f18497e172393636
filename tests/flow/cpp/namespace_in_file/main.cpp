#include "../io.h"
#include "readers.hpp"

namespace again = shop::live;

void run() {
  // ruleid: flow
  sink(shop::live::order());
  // ok: flow
  sink(shop::canned::order());
  // ruleid: flow
  sink(again::order());
  shop::live::Reader live;
  // ruleid: flow
  sink(live.next());
  shop::canned::Reader canned;
  // ok: flow
  sink(canned.next());
}

namespace shop::canned {
void run() {
  // ok: flow
  sink(order());
}
}  // namespace shop::canned
