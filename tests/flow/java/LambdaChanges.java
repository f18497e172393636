import flow.Io;
import java.util.ArrayList;
import java.util.List;

class LambdaChanges {
  static void collect() {
    List<String> heard = new ArrayList<>();
    List<String> said = new ArrayList<>();
    said.add("hello");
    Runnable listen = () -> heard.add(Io.source());
    listen.run();
    // ruleid: flow
    Io.sink(heard.get(0));
    // ok: flow
    Io.sink(said.get(0));
  }
}
