function second(first, other) {
  return other;
}

function run() {
  const parts = ['one', source()];
  // ruleid: flow
  sink(second(...parts));
  // ok: flow
  sink(second(...['one', 'two']));
  const merged = { name: source(), ...{ name: 'fixed' } };
  // ok: flow
  sink(merged.name);
  const copied = { name: 'fixed', ...{ name: source() } };
  // ruleid: flow
  sink(copied.name);
}
