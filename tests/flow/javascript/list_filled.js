function fill(lines, line) {
  lines.push(line);
}

function run() {
  const typed = [];
  const fixed = [];
  fill(typed, source());
  fill(fixed, 'fixed');
  // ruleid: flow
  sink(typed[0]);
  // ok: flow
  sink(fixed[0]);
}
