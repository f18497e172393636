#include "io.h"

class Reset {
 public:
  explicit Reset(std::string& text) : text_(text) {}
  ~Reset() { text_ = "reset"; }

 private:
  std::string& text_;
};

void run() {
  std::string text = source();
  {
    Reset reset(text);
    // ruleid: flow
    sink(text);
  }
  // ok: flow
  sink(text);
}
