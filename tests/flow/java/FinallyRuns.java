import flow.Io;

class FinallyRuns {
  static void close() {
    String state = "open";
    try {
      state = Io.source();
    } finally {
      // ruleid: flow
      Io.sink(state);
      state = "closed";
    }
    // ok: flow
    Io.sink(state);
  }
}
