import flow.Io;
import java.util.HashMap;
import java.util.Map;

class MapKey {
  static void profile() {
    Map<String, String> person = new HashMap<>();
    person.put("name", Io.source());
    person.put("country", "IT");
    // ruleid: flow
    Io.sink(person.get("name"));
    // ok: flow
    Io.sink(person.get("country"));
  }
}
