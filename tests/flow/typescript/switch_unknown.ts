function choose(code: number): void {
  let target: string = 'home';
  switch (code) {
    case 1:
      target = source();
      break;
    case 2:
      target = 'two';
      break;
  }
  // ruleid: flow
  sink(target);
  switch (code) {
    case 1:
      target = 'one';
      break;
    default:
      target = 'other';
  }
  // ok: flow
  sink(target);
}
