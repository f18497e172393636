import flow.Io;

class Ternary {
  static void choose(boolean flag) {
    String wish = Io.source();
    // ruleid: flow
    Io.sink(flag ? wish : "default");
    // ok: flow
    Io.sink(flag ? "yes" : "no");
    String fixed = (7 * 42) - 106 > 180 ? "fixed" : wish;
    // ok: flow
    Io.sink(fixed);
  }
}
