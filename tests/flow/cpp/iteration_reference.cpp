#include <vector>

#include "io.h"

void mark_all() {
  std::vector<std::string> words = {"a", "b"};
  for (auto& word : words) word = source();
  // ruleid: flow
  sink(words[0]);
  std::vector<std::string> names = {"a", "b"};
  for (auto name : names) name = source();
  // ok: flow
  sink(names[0]);
}
