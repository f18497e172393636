import flow.Io;

class CharArray {
  static void run() {
    char[] letters = Io.source().toCharArray();
    // ruleid: flow
    Io.sink(new String(letters));
    char[] fixed = "fixed".toCharArray();
    // ok: flow
    Io.sink(String.valueOf(fixed));
  }
}
