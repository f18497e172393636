function route(mode) {
  let target = 'home';
  switch (mode) {
    case 0:
      target = source();
      break;
    default:
      target = 'other';
  }
  // ruleid: flow
  sink(target);
}

function fallThrough(mode) {
  let target = source();
  switch (mode) {
    case 0:
      target = 'zero';
    case 1:
      target = 'one';
      break;
    default:
      target = 'many';
  }
  // ok: flow
  sink(target);
}
