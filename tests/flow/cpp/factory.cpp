#include <memory>

#include "io.h"

struct Voice {
  virtual ~Voice() = default;
  virtual std::string speak(const std::string& text) = 0;
};

struct Parrot : Voice {
  std::string speak(const std::string& text) override { return text + text; }
};

struct Statue : Voice {
  std::string speak(const std::string&) override { return ""; }
};

static std::unique_ptr<Voice> voice_of(const std::string& kind) {
  if (kind == "parrot") return std::make_unique<Parrot>();
  return std::make_unique<Statue>();
}

void listen() {
  // ruleid: flow
  sink(voice_of("parrot")->speak(source()));
  // ok: flow
  sink(voice_of("statue")->speak(source()));
}
