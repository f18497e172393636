#include <utility>

#include "io.h"

template <typename T>
class Holder {
 public:
  void put(T value) { value_ = std::move(value); }
  const T& get() const { return value_; }

 private:
  T value_;
};

void run() {
  Holder<std::string> typed;
  Holder<std::string> fixed;
  typed.put(source());
  fixed.put("fixed");
  // ruleid: flow
  sink(typed.get());
  // ok: flow
  sink(fixed.get());
}
