import flow.Io;

class CleanOneBranch {
  static void store(boolean strict) {
    String text = Io.source();
    if (strict) {
      text = Io.clean(text);
    }
    // ruleid: flow
    Io.sink(text);
  }

  static void storeAlways(boolean strict) {
    String text = Io.source();
    if (strict) {
      text = Io.clean(text);
    } else {
      text = Io.clean(text.trim());
    }
    // ok: flow
    Io.sink(text);
  }
}
