function framed(text) {
  return '[' + text + ']';
}

function run() {
  const typed = framed(source());
  const fixed = framed('fixed');
  // ruleid: flow
  sink(typed);
  // ok: flow
  sink(fixed);
}
