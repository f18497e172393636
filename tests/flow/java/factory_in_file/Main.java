import flow.Io;

class Main {
  static void run() {
    Filter upper = Filters.byName("upper");
    // ruleid: flow
    Io.sink(upper.apply(Io.source()));
    Filter drop = Filters.byName("drop");
    // ok: flow
    Io.sink(drop.apply(Io.source()));
  }
}
