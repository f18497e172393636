function run() {
  let text = 'early';
  setTimeout(() => {
    // ruleid: flow
    sink(text);
  }, 0);
  // ok: flow
  sink(text);
  text = source();
}
