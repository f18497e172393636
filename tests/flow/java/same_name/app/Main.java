package app;

import flow.Io;

public class Main {
  static void run() {
    // ok: flow
    Io.sink(app.polite.Answer.to(Io.source()));
    // ruleid: flow
    Io.sink(app.rude.Answer.to(Io.source()));
  }
}
