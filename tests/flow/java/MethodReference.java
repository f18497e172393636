import flow.Io;
import java.util.function.UnaryOperator;

class MethodReference {
  static String loud(String text) {
    return text.toUpperCase();
  }

  static String hidden(String text) {
    return "-".repeat(text.length());
  }

  static void run() {
    UnaryOperator<String> change = MethodReference::loud;
    // ruleid: flow
    Io.sink(change.apply(Io.source()));
    change = MethodReference::hidden;
    // ok: flow
    Io.sink(change.apply(Io.source()));
  }
}
