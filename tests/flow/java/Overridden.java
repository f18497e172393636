import flow.Io;

class LineReader {
  String read() {
    return Io.source();
  }
}

class CachedReader extends LineReader {
  @Override
  String read() {
    return "cached";
  }
}

class Overridden {
  static void fresh() {
    LineReader reader = new LineReader();
    // ruleid: flow
    Io.sink(reader.read());
  }

  static void cached() {
    LineReader reader = new CachedReader();
    // ok: flow
    Io.sink(reader.read());
  }
}
