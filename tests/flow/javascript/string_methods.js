function normalize() {
  const typed = source();
  // ruleid: flow
  sink(typed.trim().toLowerCase().replace('<', ''));
  // ruleid: flow
  sink(typed.substring(1, 20));
  // ruleid: flow
  sink(typed.split(',').join(' '));
  // ok: flow
  sink('NAME'.toLowerCase().padEnd(9));
}
