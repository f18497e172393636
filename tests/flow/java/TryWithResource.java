import flow.Io;

class Session implements AutoCloseable {
  private final String user;

  Session(String user) {
    this.user = user;
  }

  String user() {
    return user;
  }

  @Override
  public void close() {
  }
}

class TryWithResource {
  static void run() {
    try (Session session = new Session(Io.source())) {
      // ruleid: flow
      Io.sink(session.user());
    }
    try (Session session = new Session("root")) {
      // ok: flow
      Io.sink(session.user());
    }
  }
}
