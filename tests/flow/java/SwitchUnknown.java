import flow.Io;

class SwitchUnknown {
  static void route(int mode) {
    String target = "home";
    switch (mode) {
      case 0:
        target = Io.source();
        break;
      default:
        target = "other";
    }
    // ruleid: flow
    Io.sink(target);
  }

  static void fallThrough(int mode) {
    String target = Io.source();
    switch (mode) {
      case 0:
        target = "zero";
      case 1:
        target = "one";
        break;
      default:
        target = "many";
    }
    // ok: flow
    Io.sink(target);
  }
}
