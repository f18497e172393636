function discard(): void {
  let draft: string = source();
  draft = 'empty';
  // ok: flow
  sink(draft);
}

function retain(): void {
  let draft: string = 'empty';
  draft = source();
  // ruleid: flow
  sink(draft);
}
