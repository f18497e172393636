import flow.Io;
import java.util.Arrays;
import java.util.List;

class ArraysAsList {
  static void run() {
    List<String> words = Arrays.asList("first", Io.source(), "last");
    // ok: flow
    Io.sink(words.get(0));
    // ruleid: flow
    Io.sink(words.get(1));
    words.set(1, "second");
    // ok: flow
    Io.sink(words.get(1));
  }
}
