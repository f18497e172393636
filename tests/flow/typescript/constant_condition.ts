function always(): void {
  let reply = source();
  const offset: number = 106;
  if (7 * 42 - offset > 180) reply = 'constant';
  // ok: flow
  sink(reply);
}

function never(): void {
  let reply = source();
  const offset: number = 206;
  if (7 * 42 - offset > 180) reply = 'constant';
  // ruleid: flow
  sink(reply);
}
