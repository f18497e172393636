#include "io.h"

class Caption {
 public:
  Caption(std::string text, int width) : text_(std::move(text)), width_(width) {}
  operator std::string() const { return text_; }
  operator int() const { return width_; }

 private:
  std::string text_;
  int width_;
};

void run() {
  const Caption caption(source(), 3);
  // ruleid: flow
  sink(caption);
  // ok: flow
  sink(std::to_string(static_cast<int>(caption)));
}
