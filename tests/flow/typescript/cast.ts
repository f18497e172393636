function convert(): void {
  const anything: unknown = source();
  // ruleid: flow
  sink(anything as string);
  // ruleid: flow
  sink((<any>anything)!);
  const fixed = 'fixed' as unknown;
  // ok: flow
  sink(fixed as string);
}
