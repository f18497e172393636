import flow.Io;

class CalledSanitizer {
  static String prepare(String text) {
    return Io.clean(text.trim());
  }

  static String pretend(String text) {
    Io.clean(text);
    return text;
  }

  static void run() {
    // ok: flow
    Io.sink(prepare(Io.source()));
    // ruleid: flow
    Io.sink(pretend(Io.source()));
  }
}
