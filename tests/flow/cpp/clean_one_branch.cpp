#include "io.h"

void archive(bool is_public) {
  std::string note = source();
  if (is_public) note = clean(note);
  // ruleid: flow
  sink(note);
}

void archive_all(bool is_public) {
  std::string note = source();
  note = is_public ? clean(note) : clean(note + "!");
  // ok: flow
  sink(note);
}
