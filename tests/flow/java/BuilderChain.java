import flow.Io;

class Query {
  private String text = "select";

  Query where(String condition) {
    text += " where " + condition;
    return this;
  }

  Query limit(int count) {
    text += " limit " + count;
    return this;
  }

  String build() {
    return text;
  }
}

class BuilderChain {
  static void run() {
    // ruleid: flow
    Io.sink(new Query().where(Io.source()).limit(1).build());
    // ok: flow
    Io.sink(new Query().where("a = 1").limit(1).build());
  }
}
