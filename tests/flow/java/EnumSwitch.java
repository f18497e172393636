import flow.Io;

class EnumSwitch {
  enum Level { LOW, HIGH }

  static String pick(Level level, String text) {
    switch (level) {
      case LOW:
        return "quiet";
      default:
        return text;
    }
  }

  static void run() {
    // ruleid: flow
    Io.sink(pick(Level.HIGH, Io.source()));
    // ok: flow
    Io.sink(pick(Level.LOW, Io.source()));
  }
}
