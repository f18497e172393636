import flow.Io;

class ConstantCondition {
  static void folded() {
    String answer = Io.source();
    int count = 106;
    if ((7 * 18) + count > 200) answer = "always";
    // ok: flow
    Io.sink(answer);
  }

  static void foldedOtherWay() {
    String answer = Io.source();
    int count = 106;
    if ((7 * 18) - count > 200) answer = "never";
    // ruleid: flow
    Io.sink(answer);
  }
}
