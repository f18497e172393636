function history() {
  let previous = 'start';
  let current = 'start';
  for (let round = 0; round < 3; round++) {
    // ruleid: flow
    sink(previous);
    previous = current;
    current = source();
  }
}

function noHistory() {
  let current;
  for (let round = 0; round < 3; round++) {
    current = 'start';
    // ok: flow
    sink(current);
    current = source();
  }
}
