function folded() {
  let answer = source();
  const count = 106;
  if (7 * 18 + count > 200) answer = 'always';
  // ok: flow
  sink(answer);
}

function foldedOtherWay() {
  let answer = source();
  const count = 106;
  if (7 * 18 - count > 200) answer = 'never';
  // ruleid: flow
  sink(answer);
}
