#include "io.h"

enum class Detail { kLow, kHigh };

static std::string describe(Detail detail, const std::string& text) {
  switch (detail) {
    case Detail::kLow:
      return "short";
    case Detail::kHigh:
      return text;
  }
  return "";
}

void run() {
  // ruleid: flow
  sink(describe(Detail::kHigh, source()));
  // ok: flow
  sink(describe(Detail::kLow, source()));
}
