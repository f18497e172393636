import flow.Io;
import java.util.function.Consumer;

class Callback {
  static void onMessage(Consumer<String> handler) {
    handler.accept(Io.source());
  }

  static void onTick(Consumer<String> handler) {
    handler.accept("tick");
  }

  static void listen() {
    onMessage(text -> {
      // ruleid: flow
      Io.sink(text);
    });
    onTick(text -> {
      // ok: flow
      Io.sink(text);
    });
  }
}
