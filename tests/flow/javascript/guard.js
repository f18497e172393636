function guarded(trusted) {
  let text = source();
  if (!trusted) {
    text = 'stranger';
    // ok: flow
    sink(text);
    return;
  }
  // ruleid: flow
  sink(text);
}
