#include "../io.h"
#include "handler.hpp"

class LineHandler : public Handler {
 protected:
  std::string read() override { return source(); }
};

void run() {
  LineHandler handler;
  handler.handle();
}
