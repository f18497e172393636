function collect() {
  let latest = 'none';
  let oldest = 'none';

  function update() {
    latest = source();
  }

  update();
  // ruleid: flow
  sink(latest);
  // ok: flow
  sink(oldest);
}
