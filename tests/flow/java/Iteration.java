import flow.Io;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;

class Iteration {
  static void mailAll() {
    List<String> addresses = new LinkedList<>();
    addresses.add(Io.source());
    for (String address : addresses) {
      // ruleid: flow
      Io.sink(address);
    }
    Iterator<String> each = addresses.iterator();
    while (each.hasNext()) {
      // ruleid: flow
      Io.sink(each.next());
    }
  }

  static void mailStaff() {
    List<String> addresses = new LinkedList<>();
    addresses.add("staff@localhost");
    for (String address : addresses) {
      // ok: flow
      Io.sink(address);
    }
  }
}
