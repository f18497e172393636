import flow.Io;

interface Formatter {
  String format(String text);
}

class Plain implements Formatter {
  public String format(String text) {
    return text;
  }
}

class Masked implements Formatter {
  public String format(String text) {
    return "****";
  }
}

class TwoImplementations {
  static void render() {
    String secret = Io.source();
    Formatter formatter = new Plain();
    // ruleid: flow
    Io.sink(formatter.format(secret));
    formatter = new Masked();
    // ok: flow
    Io.sink(formatter.format(secret));
  }
}
