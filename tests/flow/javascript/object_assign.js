function run() {
  const defaults = { name: 'none', unit: 'kg' };
  const typed = { name: source() };
  const merged = Object.assign({}, defaults, typed);
  // ruleid: flow
  sink(merged.name);
  // ok: flow
  sink(merged.unit);
  // ok: flow
  sink(defaults.name);
}
