import flow.Io;

class ArrayElement {
  static void cells() {
    String[] cells = new String[3];
    cells[0] = "left";
    cells[1] = Io.source();
    // ok: flow
    Io.sink(cells[0]);
    // ruleid: flow
    Io.sink(cells[1]);
    String[] pair = {Io.source(), "right"};
    // ruleid: flow
    Io.sink(pair[0]);
    // ok: flow
    Io.sink(pair[1]);
  }
}
