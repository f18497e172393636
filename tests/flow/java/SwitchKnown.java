import flow.Io;

class SwitchKnown {
  static void byCharacter() {
    String guess = "ABC";
    char second = guess.charAt(1);
    String target;
    switch (second) {
      case 'A':
        target = Io.source();
        break;
      case 'B':
        target = "home";
        break;
      default:
        target = Io.source();
        break;
    }
    // ok: flow
    Io.sink(target);
  }

  static void byNumber() {
    int mode = 2;
    String target = "home";
    switch (mode) {
      case 1:
        target = "one";
        break;
      case 2:
        target = Io.source();
        break;
    }
    // ruleid: flow
    Io.sink(target);
  }
}
