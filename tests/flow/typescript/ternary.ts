function pick(flag: boolean): void {
  const typed = source();
  // ruleid: flow
  sink(flag ? 'default' : typed);
  // ok: flow
  sink(flag ? 'left' : 'right');
  const limit: number = 10;
  // ok: flow
  sink(limit > 5 ? 'enough' : typed);
}
