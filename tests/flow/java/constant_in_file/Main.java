import flow.Io;

class Main {
  static void run() {
    String text = Io.source();
    if (Config.DEBUG) {
      // ok: flow
      Io.sink(text);
    }
    if (Config.MODE.equals("strict")) {
      // ruleid: flow
      Io.sink(text);
    }
  }
}
