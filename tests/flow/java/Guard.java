import flow.Io;

class Guard {
  static void guarded(boolean trusted) {
    String text = Io.source();
    if (!trusted) {
      text = "stranger";
      // ok: flow
      Io.sink(text);
      return;
    }
    // ruleid: flow
    Io.sink(text);
  }
}
