function route() {
  const mode = 'B';
  let target;
  switch (mode) {
    case 'A':
      target = source();
      break;
    case 'B':
      target = 'home';
      break;
    default:
      target = source();
  }
  // ok: flow
  sink(target);
}

function routeOther() {
  const mode = 2;
  let target = 'home';
  switch (mode) {
    case 1:
      target = 'one';
      break;
    case 2:
      target = source();
  }
  // ruleid: flow
  sink(target);
}
