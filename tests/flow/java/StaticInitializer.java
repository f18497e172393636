import flow.Io;

class Startup {
  static final String BANNER;
  static final String VERSION;

  static {
    BANNER = "run by " + Io.source();
    VERSION = "1.0";
  }
}

class StaticInitializer {
  static void run() {
    // ruleid: flow
    Io.sink(Startup.BANNER);
    // ok: flow
    Io.sink(Startup.VERSION);
  }
}
