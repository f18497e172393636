import static util.Texts.blank;
import static util.Texts.quoted;

import flow.Io;

class Main {
  static void run() {
    // ruleid: flow
    Io.sink(quoted(Io.source()));
    // ok: flow
    Io.sink(blank(Io.source()));
  }
}
