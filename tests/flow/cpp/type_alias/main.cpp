#include "../io.h"
#include "shapes.hpp"

using Round = drawing::Circle;
typedef drawing::Square Circle;

void run() {
  // ruleid: flow
  sink(Round(source()).label());
  // ok: flow
  sink(Circle(source()).label());
}
