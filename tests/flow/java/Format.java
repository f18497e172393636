import flow.Io;

class Format {
  static void label() {
    String part = Io.source();
    // ruleid: flow
    Io.sink(String.format("part %s of %d", part, 3));
    // ok: flow
    Io.sink(String.format("part %s of %d", "engine", 3));
    // ruleid: flow
    Io.sink("part %s".formatted(part));
  }
}
