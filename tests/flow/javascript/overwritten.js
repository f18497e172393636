function rename() {
  let title = source();
  title = 'untitled';
  // ok: flow
  sink(title);
}

function keep() {
  let title = 'untitled';
  title = source();
  // ruleid: flow
  sink(title);
}
