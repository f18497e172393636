import flow.Io;

class ConstantMethod {
  private static boolean audited() {
    return true;
  }

  private static int limit() {
    return 7 * 6;
  }

  static void run() {
    String text = Io.source();
    if (!audited()) {
      // ok: flow
      Io.sink(text);
    }
    if (limit() > 40) {
      // ruleid: flow
      Io.sink(text);
    }
  }
}
