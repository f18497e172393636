#include "io.h"

class Note {
 public:
  explicit Note(const std::string& text) : text_(text) {}
  Note(const Note& other) : text_(clean(other.text_)) {}

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void run() {
  Note first(source());
  // ruleid: flow
  sink(first.text());
  Note second = first;
  // ok: flow
  sink(second.text());
}
