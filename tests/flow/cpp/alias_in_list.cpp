#include <vector>

#include "io.h"

struct Order {
  std::string address = "none";
};

void run() {
  Order first;
  Order second;
  std::vector<Order*> orders = {&first, &second};
  orders[0]->address = source();
  // ruleid: flow
  sink(first.address);
  // ok: flow
  sink(second.address);
}
