function admit() {
  const visitor = { name: source(), badge: 'guest' };
  // ruleid: flow
  sink(visitor.name);
  // ok: flow
  sink(visitor.badge);
}
