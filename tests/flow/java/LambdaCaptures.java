import flow.Io;

class LambdaCaptures {
  static void make() {
    String secret = Io.source();
    String open = "hello";
    Runnable show = () -> {
      // ruleid: flow
      Io.sink(secret);
      // ok: flow
      Io.sink(open);
    };
    show.run();
  }
}
