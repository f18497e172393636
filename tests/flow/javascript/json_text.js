function run() {
  const body = JSON.stringify({ name: source() });
  // ruleid: flow
  sink(body);
  // ruleid: flow
  sink(JSON.parse(body).name);
  // ok: flow
  sink(JSON.stringify({ name: 'fixed' }));
}
