function measure(): [string, string] {
  return [source(), 'cm'];
}

function report(): void {
  const [length, unit] = measure();
  // ruleid: flow
  sink(length);
  // ok: flow
  sink(unit);
}
