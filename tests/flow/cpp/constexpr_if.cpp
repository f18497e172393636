#include "io.h"

constexpr bool kAudited = false;

template <bool Loud>
static std::string shown(const std::string& text) {
  if constexpr (Loud) {
    return text + "!";
  } else {
    return "quiet";
  }
}

void run() {
  const std::string typed = source();
  if constexpr (kAudited) {
    // ok: flow
    sink(typed);
  } else {
    // ruleid: flow
    sink(typed);
  }
  // ruleid: flow
  sink(shown<true>(typed));
  // ok: flow
  sink(shown<false>(typed));
}
