import flow.Io;

class Main {
  static void run() {
    Input input = new Input();
    // ruleid: flow
    Io.sink(input.line());
    // ok: flow
    Io.sink(input.prompt());
  }
}
