function stopEarly() {
  const text = source();
  return;
  // ok: flow
  sink(text);
}

function goesOn() {
  const text = source();
  // ruleid: flow
  sink(text);
}
