import flow.Io;

class Branch {
  static void pick(boolean preferred) {
    String color;
    if (preferred) {
      color = Io.source();
    } else {
      color = "blue";
    }
    // ruleid: flow
    Io.sink(color);
  }

  static void pickFixed(boolean preferred) {
    String color = Io.source();
    if (preferred) {
      color = "green";
    } else {
      color = "blue";
    }
    // ok: flow
    Io.sink(color);
  }
}
