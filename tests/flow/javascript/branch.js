function pick(preferred) {
  let color;
  if (preferred) {
    color = source();
  } else {
    color = 'blue';
  }
  // ruleid: flow
  sink(color);
}

function pickFixed(preferred) {
  let color = source();
  if (preferred) color = 'green';
  else color = 'blue';
  // ok: flow
  sink(color);
}
