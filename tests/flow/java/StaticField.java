import flow.Io;

class StaticField {
  static String motto = "";
  static String theme = "dark";

  static void load() {
    StaticField.motto = Io.source();
  }

  static void show() {
    load();
    // ruleid: flow
    Io.sink(motto);
    // ok: flow
    Io.sink(theme);
  }
}
