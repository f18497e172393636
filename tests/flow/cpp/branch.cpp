#include "io.h"

void paint(bool night) {
  std::string color;
  if (night) {
    color = source();
  } else {
    color = "white";
  }
  // ruleid: flow
  sink(color);
}

void repaint(bool night) {
  std::string color = source();
  if (night)
    color = "black";
  else
    color = "white";
  // ok: flow
  sink(color);
}
