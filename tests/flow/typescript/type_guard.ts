function shown(value: string | number): string {
  if (typeof value === 'number') {
    return 'number';
  }
  return value;
}

function print(): void {
  // ruleid: flow
  sink(shown(source()));
  // ok: flow
  sink(shown(42));
}
