import flow.Io;
import java.util.ArrayList;
import java.util.List;

class ListFilled {
  private static void fill(List<String> lines, String line) {
    lines.add(line);
  }

  static void run() {
    List<String> typed = new ArrayList<>();
    List<String> constant = new ArrayList<>();
    fill(typed, Io.source());
    fill(constant, "fixed");
    // ruleid: flow
    Io.sink(typed.get(0));
    // ok: flow
    Io.sink(constant.get(0));
  }
}
