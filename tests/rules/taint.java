class A {
  String field;
  void straight(boolean c) {
    String a = source();
    StringBuilder b = new StringBuilder(a);
    // ruleid: taint-flow
    sink(b.toString());
    this.field = a;
    // ruleid: taint-flow
    sink(this.field);
    this.field = "x";
    // ok: taint-flow
    sink(this.field);
    switch (code()) {
      case 1: a = "one"; break;
      default: a = "other";
    }
    // ok: taint-flow
    sink(a);
    // ruleid: taint-flow
    sink(c ? source() : "");
  }
  void handle(Request request, String x) {
    // ruleid: taint-parameter-typed
    run(request.getParameter("q"));
    // ok: taint-parameter-typed
    run(x);
  }
}

class TaintForms {
  void inLambda() {
    // ruleid: taint-in-lambda
    later(() -> input());
    // ok: taint-in-lambda
    later(() -> clean(input()));
  }
  void statements(Connection c) {
    String x = source();
    // ruleid: taint-statements
    Statement s = c.makeStatementWithAVeryLongNameIndeed();
    int n = s.execute(x);
  }
  void statementsWithout(Connection c, String x) {
    // ok: taint-statements
    Statement s = c.makeStatementWithAVeryLongNameIndeed();
    int n = s.execute(x);
  }
  void safeTypes() {
    String x = given();
    // ruleid: taint-safe-types
    store("a" + x);
    // ok: taint-safe-types
    store("a" + (x != null));
    int n = parse(x);
    // ok: taint-safe-types
    store("a" + n);
    boolean b = x.isEmpty();
    // ok: taint-safe-types
    store(b);
  }
}
