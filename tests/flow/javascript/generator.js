function* lines() {
  yield 'header';
  yield source();
}

function* headers() {
  yield 'one';
  yield 'two';
}

function run() {
  for (const line of lines()) {
    // ruleid: flow
    sink(line);
  }
  for (const line of headers()) {
    // ok: flow
    sink(line);
  }
}
