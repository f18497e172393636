import flow.Io;
import java.util.function.Function;

class LambdaArgument {
  private static String apply(Function<String, String> action, String value) {
    return action.apply(value);
  }

  static void run() {
    String typed = Io.source();
    // ruleid: flow
    Io.sink(apply(text -> text + "!", typed));
    // ok: flow
    Io.sink(apply(text -> "fixed", typed));
  }
}
