class A {
  void Straight(bool c) {
    var a = source();
    string b = $"x {a}";
    // ruleid: taint-flow
    sink(b);
    b = c ? "1" : "2";
    // ok: taint-flow
    sink(b);
    try { b = source(); } finally { done(); }
    // ruleid: taint-flow
    sink(b);
  }
  void handle(Request request, string x) {
    // ruleid: taint-parameter-typed
    run(request.Query["q"]);
    // ok: taint-parameter-typed
    run(x);
  }
}
