function repeat(text, times) {
  return times === 0 ? text : repeat(text + '.', times - 1);
}

function descend(text, depth) {
  return depth === 0 ? 'bottom' : descend(text, depth - 1);
}

function run() {
  // ruleid: flow
  sink(repeat(source(), 3));
  // ok: flow
  sink(descend(source(), 3));
}
