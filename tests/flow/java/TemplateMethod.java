import flow.Io;

abstract class Report {
  String write() {
    return "# " + body();
  }

  abstract String body();
}

class LiveReport extends Report {
  String body() {
    return Io.source();
  }
}

class EmptyReport extends Report {
  String body() {
    return "nothing";
  }
}

class TemplateMethod {
  static void publish() {
    // ruleid: flow
    Io.sink(new LiveReport().write());
    // ok: flow
    Io.sink(new EmptyReport().write());
  }
}
