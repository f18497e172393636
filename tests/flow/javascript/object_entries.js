function dump() {
  const settings = { mode: source() };
  for (const [key, value] of Object.entries(settings)) {
    // ok: flow
    sink(key);
    // ruleid: flow
    sink(value);
  }
  // ruleid: flow
  sink(Object.values(settings)[0]);
}
