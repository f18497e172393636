#include "io.h"

class Tag {
 public:
  explicit Tag(std::string name) : name_(std::move(name)) {}
  std::string operator()(const std::string& text) const { return "<" + name_ + ">" + text; }

 private:
  std::string name_;
};

void mark() {
  const Tag odd(source());
  const Tag bold("b");
  // ruleid: flow
  sink(odd("word"));
  // ok: flow
  sink(bold("word"));
}
