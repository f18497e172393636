function straight() {
  let a = source();
  const { b, c } = { b: a, c: 1 };
  // ruleid: taint-flow
  sink(b);
  // ok: taint-flow
  sink(c);
  const [d, e] = [a, 1];
  // ruleid: taint-flow
  sink(d);
  // ok: taint-flow
  sink(e);
  // ruleid: taint-flow
  sink(`x ${a}`);
  // ruleid: taint-flow
  sink(window.name || a);
  // ruleid: taint-flow
  setTimeout(() => { sink(a); });
  a = clean(a);
  // ok: taint-flow
  sink(a);
}
function handle(request, x) {
  // ruleid: taint-parameter-js
  run(request.query.q);
  // ok: taint-parameter-js
  run(x);
}
function keys(table) {
  // ruleid: taint-key
  table[source()] = 1;
  // ruleid: taint-key
  use(table[source()]);
  // ok: taint-key
  table["k"] = 1;
}

function inLambda() {
  // ruleid: taint-in-lambda
  later(() => { run(input()); });
  // ruleid: taint-in-lambda
  later("x", function () { return input(); });
  // ok: taint-in-lambda
  later(() => { run(clean(input())); });
}

function lambdaOfAVariable() {
  const f = () => { run(input()); return 1; };
  // ok: taint-in-lambda
  later(f());
}

// The call is known to the library models: what they say of it takes nothing away.
app.get("/", (req, res) => {
  // ruleid: taint-in-lambda-of-model
  req.on("end", function () { return input(); });
  // ok: taint-in-lambda-of-model
  req.on("end", function () { return 1; });
});
