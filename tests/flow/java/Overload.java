import flow.Io;

class Overload {
  static String show(String text) {
    return text;
  }

  static String show(String text, int width) {
    return "too wide: " + width;
  }

  static String show(Object thing) {
    return "object";
  }

  static void run() {
    // ruleid: flow
    Io.sink(show(Io.source()));
    // ok: flow
    Io.sink(show(Io.source(), 3));
    // ok: flow
    Io.sink(show((Object) Io.source()));
  }
}
