#include <memory>

#include "io.h"

struct Box {
  std::string content = "empty";
};

void share() {
  auto first = std::make_shared<Box>();
  std::shared_ptr<Box> second = first;
  second->content = source();
  // ruleid: flow
  sink(first->content);
  second = std::make_shared<Box>();
  // ok: flow
  sink(second->content);
}
