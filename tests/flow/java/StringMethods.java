import flow.Io;

class StringMethods {
  static void normalize() {
    String raw = Io.source();
    // ruleid: flow
    Io.sink(raw.trim().toLowerCase().replace("<", ""));
    // ruleid: flow
    Io.sink(raw.substring(1, 20));
    // ruleid: flow
    Io.sink(String.join(" ", raw.split(",")));
    // ok: flow
    Io.sink("NAME".toLowerCase().concat("s"));
  }
}
