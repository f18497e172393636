import flow.Io;

class LoopCarried {
  static void history() {
    String previous = "start";
    String current = "start";
    for (int round = 0; round < 3; round++) {
      // ruleid: flow
      Io.sink(previous);
      previous = current;
      current = Io.source();
    }
  }

  static void noHistory() {
    String current;
    for (int round = 0; round < 3; round++) {
      current = "start";
      // ok: flow
      Io.sink(current);
      current = Io.source();
    }
  }
}
