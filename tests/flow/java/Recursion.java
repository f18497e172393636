import flow.Io;

class Recursion {
  private static String repeat(String text, int times) {
    return times == 0 ? text : repeat(text + ".", times - 1);
  }

  private static String descend(String text, int depth) {
    return depth == 0 ? "bottom" : descend(text, depth - 1);
  }

  static void run() {
    // ruleid: flow
    Io.sink(repeat(Io.source(), 3));
    // ok: flow
    Io.sink(descend(Io.source(), 3));
  }
}
