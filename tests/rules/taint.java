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
