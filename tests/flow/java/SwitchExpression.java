import flow.Io;

class SwitchExpression {
  static void translate(int code) {
    String typed = Io.source();
    String any = switch (code) {
      case 0 -> "zero";
      case 1 -> typed;
      default -> {
        yield "many";
      }
    };
    // ruleid: flow
    Io.sink(any);
    String none = switch (code) {
      case 0 -> "zero";
      default -> "many";
    };
    // ok: flow
    Io.sink(none);
  }
}
