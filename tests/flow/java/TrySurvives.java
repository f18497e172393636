import flow.Io;

class TrySurvives {
  static void parse(String number) {
    String text = "none";
    try {
      text = Io.source();
      Integer.parseInt(number);
      text = "parsed";
    } catch (NumberFormatException problem) {
      // ruleid: flow
      Io.sink(text);
      text = "failed";
    }
    // ok: flow
    Io.sink(text);
  }
}
