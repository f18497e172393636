import flow.Io;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class NestedContainers {
  static void basket() {
    Map<String, String> apple = new HashMap<>();
    apple.put("label", Io.source());
    apple.put("unit", "kg");
    List<Map<String, String>> shelf = new ArrayList<>();
    shelf.add(apple);
    // ruleid: flow
    Io.sink(shelf.get(0).get("label"));
    // ok: flow
    Io.sink(shelf.get(0).get("unit"));
  }
}
