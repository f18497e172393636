import flow.Io;

class CalledSource {
  static String ask(String prompt) {
    return prompt + Io.source();
  }

  static String tell(String prompt) {
    Io.source();
    return prompt;
  }

  static void run() {
    // ruleid: flow
    Io.sink(ask("name? "));
    // ok: flow
    Io.sink(tell("name? "));
  }
}
