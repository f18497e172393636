const audited = (): boolean => true;

function limit(): number {
  return 7 * 6;
}

function run(): void {
  const text = source();
  if (!audited()) {
    // ok: flow
    sink(text);
  }
  if (limit() > 40) {
    // ruleid: flow
    sink(text);
  }
}
