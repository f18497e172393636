#include "io.h"

namespace loud {
static std::string say(const std::string& text) {
  return text + "!";
}
}  // namespace loud

namespace quiet {
static std::string say(const std::string&) {
  return "";
}
}  // namespace quiet

void run() {
  // ruleid: flow
  sink(loud::say(source()));
  // ok: flow
  sink(quiet::say(source()));
  namespace voice = loud;
  // ruleid: flow
  sink(voice::say(source()));
}
