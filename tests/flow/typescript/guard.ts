function guarded(known: boolean): void {
  const typed = source();
  if (known) {
    // ruleid: flow
    sink(typed);
    return;
  }
  const shown = 'unknown';
  // ok: flow
  sink(shown);
}
