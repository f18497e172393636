import flow.Io;

class WhileBreak {
  static void untilFound(boolean found) {
    String token;
    while (true) {
      token = Io.source();
      if (found) break;
      token = "again";
      return;
    }
    // ruleid: flow
    Io.sink(token);
  }

  static void untilCleared(boolean found) {
    String token = Io.source();
    do {
      token = "cleared";
      if (found) break;
      found = true;
    } while (true);
    // ok: flow
    Io.sink(token);
  }
}
