function choose(flag) {
  const wish = source();
  // ruleid: flow
  sink(flag ? wish : 'default');
  // ok: flow
  sink(flag ? 'yes' : 'no');
  // ok: flow
  sink(2 > 1 ? 'fixed' : wish);
}
