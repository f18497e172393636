import flow.Io;

class Concatenation {
  static void query() {
    String name = Io.source();
    String text = "select * from t where n = '" + name + "'";
    // ruleid: flow
    Io.sink(text);
    text = "select * from t where n = '" + "fixed" + "'";
    text += " limit 1";
    // ok: flow
    Io.sink(text);
  }
}
