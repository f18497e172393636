import flow.Io;

class StaticNested {
  static class Envelope {
    private final String letter;

    Envelope(String letter) {
      this.letter = letter;
    }

    String open() {
      return letter;
    }
  }

  static void run() {
    Envelope tainted = new StaticNested.Envelope(Io.source());
    Envelope fixed = new StaticNested.Envelope("hello");
    // ruleid: flow
    Io.sink(tainted.open());
    // ok: flow
    Io.sink(fixed.open());
  }
}
