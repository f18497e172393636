import flow.Io;

class Main {
  static void run() {
    Context.login(Io.source());
    // ruleid: flow
    Io.sink(Context.currentUser);
    // ok: flow
    Io.sink(Context.region);
  }
}
