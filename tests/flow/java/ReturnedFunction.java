import flow.Io;
import java.util.function.Function;

class ReturnedFunction {
  static Function<String, String> prefixer(String prefix) {
    return text -> prefix + text;
  }

  static void run() {
    Function<String, String> hostile = prefixer(Io.source());
    Function<String, String> friendly = prefixer("mr ");
    // ruleid: flow
    Io.sink(hostile.apply("smith"));
    // ok: flow
    Io.sink(friendly.apply("smith"));
  }
}
