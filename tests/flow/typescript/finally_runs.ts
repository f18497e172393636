function lock(): void {
  let holder = 'nobody';
  try {
    holder = source();
    // ruleid: flow
    sink(holder);
  } finally {
    holder = 'nobody';
  }
  // ok: flow
  sink(holder);
}
