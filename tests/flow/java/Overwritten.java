import flow.Io;

class Overwritten {
  static void rename() {
    String title = Io.source();
    title = "untitled";
    // ok: flow
    Io.sink(title);
  }

  static void keep() {
    String title = "untitled";
    title = Io.source();
    // ruleid: flow
    Io.sink(title);
  }
}
