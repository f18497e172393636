import flow.Io;

class CalledSink {
  static void write(String text) {
    // ruleid: flow
    Io.sink(text);
  }

  static void writeConstant(String text) {
    // ok: flow
    Io.sink(text);
  }

  static void run() {
    write(Io.source());
    writeConstant("fixed");
  }
}
