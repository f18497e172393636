function run() {
  text = source();
  // ruleid: flow
  sink(text);
  var text;
  {
    const text = 'inner';
    // ok: flow
    sink(text);
  }
  // ruleid: flow
  sink(text);
}
