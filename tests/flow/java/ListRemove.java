import flow.Io;
import java.util.ArrayList;
import java.util.List;

class ListRemove {
  static void queue() {
    List<String> jobs = new ArrayList<>();
    jobs.add("first");
    jobs.add(Io.source());
    jobs.add("last");
    jobs.remove(0);
    // ruleid: flow
    Io.sink(jobs.get(0));
    // ok: flow
    Io.sink(jobs.get(1));
  }

  static void pushInFront() {
    List<String> jobs = new ArrayList<>();
    jobs.add(Io.source());
    jobs.add(0, "urgent");
    // ok: flow
    Io.sink(jobs.get(0));
    // ruleid: flow
    Io.sink(jobs.get(1));
  }
}
