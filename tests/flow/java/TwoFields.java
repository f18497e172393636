import flow.Io;

class Visitor {
  String name = "";
  String badge = "";
}

class TwoFields {
  static void admit() {
    Visitor visitor = new Visitor();
    visitor.name = Io.source();
    visitor.badge = "guest";
    // ruleid: flow
    Io.sink(visitor.name);
    // ok: flow
    Io.sink(visitor.badge);
  }
}
