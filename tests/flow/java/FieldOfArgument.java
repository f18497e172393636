import flow.Io;

class FieldOfArgument {
  static class Request {
    private final String body;
    private final String host;

    Request(String body, String host) {
      this.body = body;
      this.host = host;
    }
  }

  private static String bodyOf(Request request) {
    return request.body;
  }

  private static String hostOf(Request request) {
    return request.host;
  }

  static void run() {
    Request request = new Request(Io.source(), "localhost");
    // ruleid: flow
    Io.sink(bodyOf(request));
    // ok: flow
    Io.sink(hostOf(request));
  }
}
