import flow.Io;

class ExceptionMessage {
  private static void refuse(String name) {
    throw new IllegalArgumentException("unknown " + name);
  }

  static void caught() {
    try {
      refuse(Io.source());
    } catch (IllegalArgumentException problem) {
      // ruleid: flow
      Io.sink(problem.getMessage());
    }
  }

  static void caughtFixed() {
    try {
      refuse("nobody");
    } catch (IllegalArgumentException problem) {
      // ok: flow
      Io.sink(problem.getMessage());
    }
  }
}
