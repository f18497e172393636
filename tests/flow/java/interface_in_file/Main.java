import flow.Io;

class Main {
  static void run() {
    Storage memory = new MemoryStorage();
    memory.save("note", Io.source());
    // ruleid: flow
    Io.sink(memory.load("note"));
    Storage nothing = new NullStorage();
    nothing.save("note", Io.source());
    // ok: flow
    Io.sink(nothing.load("note"));
  }
}
