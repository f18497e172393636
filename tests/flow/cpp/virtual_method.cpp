#include <memory>

#include "io.h"

class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual std::string render(const std::string& text) const = 0;
};

class Verbatim : public Renderer {
 public:
  std::string render(const std::string& text) const override { return text; }
};

class Redacted : public Renderer {
 public:
  std::string render(const std::string& text) const override { return std::string(text.size(), '#'); }
};

void draw() {
  const std::string note = source();
  std::unique_ptr<Renderer> renderer = std::make_unique<Verbatim>();
  // ruleid: flow
  sink(renderer->render(note));
  renderer = std::make_unique<Redacted>();
  // ok: flow
  sink(renderer->render(note));
}
