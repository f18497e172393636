import flow.Io;

class Alias {
  static class Box {
    String content = "";
  }

  static void sameBox() {
    Box first = new Box();
    Box second = first;
    second.content = Io.source();
    // ruleid: flow
    Io.sink(first.content);
  }

  static void otherBox() {
    Box first = new Box();
    Box second = new Box();
    second.content = Io.source();
    // ok: flow
    Io.sink(first.content);
  }
}
