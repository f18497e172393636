#include "log.hpp"

#include "../io.h"

namespace logging {

void warn(const std::string& text) {
  // ruleid: flow
  sink(text);
}

void warn_quietly(const std::string& text) {
  // ok: flow
  sink(clean(text));
}

}  // namespace logging
