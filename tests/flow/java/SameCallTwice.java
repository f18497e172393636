import flow.Io;

class SameCallTwice {
  private static String framed(String text) {
    StringBuilder frame = new StringBuilder();
    frame.append('[').append(text).append(']');
    return frame.toString();
  }

  static void run() {
    String typed = framed(Io.source());
    String constant = framed("fixed");
    // ruleid: flow
    Io.sink(typed);
    // ok: flow
    Io.sink(constant);
  }
}
