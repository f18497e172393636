import flow.Io;

class DeadCode {
  static void stopEarly(boolean ready) {
    String text = Io.source();
    if (ready) {
      throw new IllegalStateException();
    } else {
      text = "not ready";
    }
    // ok: flow
    Io.sink(text);
  }

  static void goesOn(boolean ready) {
    String text = "not ready";
    if (ready) {
      text = Io.source();
    } else {
      return;
    }
    // ruleid: flow
    Io.sink(text);
  }
}
