#include <map>
#include <vector>

#include "io.h"

void invoice() {
  std::map<std::string, std::vector<std::map<std::string, std::string>>> orders;
  orders["first"].push_back({{"product", source()}, {"unit", "kg"}});
  // ruleid: flow
  sink(orders["first"][0]["product"]);
  // ok: flow
  sink(orders["first"][0]["unit"]);
}
