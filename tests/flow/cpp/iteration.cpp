#include <set>
#include <vector>

#include "io.h"

void notify() {
  std::vector<std::string> people;
  people.push_back(source());
  for (const std::string& person : people) {
    // ruleid: flow
    sink(person);
  }
  for (auto each = people.begin(); each != people.end(); ++each) {
    // ruleid: flow
    sink(*each);
  }
  for (const auto& person : std::set<std::string>{"ann", "ben"}) {
    // ok: flow
    sink(person);
  }
}
