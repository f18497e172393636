import flow.Io;

class ConstantField {
  private static final boolean AUDITED = true;
  private static final int LIMIT = 10;

  static void check() {
    String text = Io.source();
    if (!AUDITED) {
      // ok: flow
      Io.sink(text);
    }
    if (LIMIT > 5) {
      // ruleid: flow
      Io.sink(text);
    }
  }
}
