import flow.Io;

class StringBuilderEdits {
  static void edit() {
    StringBuilder text = new StringBuilder("end");
    text.insert(0, Io.source()).reverse().reverse();
    // ruleid: flow
    Io.sink(text.toString());
    text.replace(0, text.length(), "fixed");
    text.deleteCharAt(0);
    // ok: flow
    Io.sink(text.toString());
    StringBuffer other = new StringBuffer();
    StringBuffer same = other.append("start");
    same.append(Io.source());
    // ruleid: flow
    Io.sink(other.toString());
  }
}
