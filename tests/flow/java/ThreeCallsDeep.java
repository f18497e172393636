import flow.Io;

class ThreeCallsDeep {
  private void outer(String text, String note) {
    middle("[" + text + "]", note);
  }

  private void middle(String text, String note) {
    inner(text, note);
  }

  private void inner(String text, String note) {
    // ruleid: flow
    Io.sink(text);
    // ok: flow
    Io.sink(note);
  }

  static void run() {
    new ThreeCallsDeep().outer(Io.source(), "note");
  }
}
