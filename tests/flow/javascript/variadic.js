function joined(...parts) {
  return parts.join('/');
}

function second() {
  return arguments[1];
}

function run() {
  // ruleid: flow
  sink(joined('a', 'b', source()));
  // ok: flow
  sink(joined('a', 'b', 'c'));
  // ruleid: flow
  sink(second('one', source()));
  // ok: flow
  sink(second(source(), 'two'));
}
