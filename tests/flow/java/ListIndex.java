import flow.Io;
import java.util.ArrayList;
import java.util.List;

class ListIndex {
  static void columns() {
    List<String> row = new ArrayList<>();
    row.add("id");
    row.add(Io.source());
    row.add("date");
    // ok: flow
    Io.sink(row.get(0));
    // ruleid: flow
    Io.sink(row.get(1));
    // ok: flow
    Io.sink(row.get(2));
  }
}
