import flow.Io;
import java.util.function.Supplier;

class AnonymousClass {
  static void run() {
    final String typed = Io.source();
    Supplier<String> echo = new Supplier<String>() {
      @Override
      public String get() {
        return typed;
      }
    };
    Supplier<String> silence = new Supplier<String>() {
      @Override
      public String get() {
        return "silence";
      }
    };
    // ruleid: flow
    Io.sink(echo.get());
    // ok: flow
    Io.sink(silence.get());
  }
}
