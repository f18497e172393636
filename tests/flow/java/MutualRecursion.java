import flow.Io;

class MutualRecursion {
  private static String even(String text, int left) {
    if (left == 0) return text;
    return odd(text, left - 1);
  }

  private static String odd(String text, int left) {
    if (left == 0) return "odd";
    return even(text, left - 1);
  }

  static void run() {
    // ruleid: flow
    Io.sink(even(Io.source(), 4));
    // ok: flow
    Io.sink(even("fixed", 4));
  }
}
