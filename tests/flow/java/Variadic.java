import flow.Io;

class Variadic {
  static String joined(String... parts) {
    return String.join("/", parts);
  }

  static String last(String... parts) {
    return parts[parts.length - 1];
  }

  static void run() {
    // ruleid: flow
    Io.sink(joined("a", "b", Io.source()));
    // ok: flow
    Io.sink(joined("a", "b", "c"));
    // ok: flow
    Io.sink(last(Io.source(), "end"));
  }
}
