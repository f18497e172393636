import flow.Io;
import java.util.HashMap;
import java.util.Map;

class MapOverwritten {
  static void headers() {
    Map<String, String> sent = new HashMap<>();
    sent.put("agent", Io.source());
    sent.put("agent", "crawler");
    // ok: flow
    Io.sink(sent.get("agent"));
    sent.put("host", "localhost");
    sent.put("host", Io.source());
    // ruleid: flow
    Io.sink(sent.get("host"));
  }
}
