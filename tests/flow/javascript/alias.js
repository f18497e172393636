function sameBox() {
  const first = { content: '' };
  const second = first;
  second.content = source();
  // ruleid: flow
  sink(first.content);
}

function otherBox() {
  const first = { content: '' };
  const second = { ...first };
  second.content = source();
  // ok: flow
  sink(first.content);
}
