function path(): void {
  const file: string = source();
  let full = '/data/' + file;
  // ruleid: flow
  sink(full);
  full = '/data/';
  full += 'index.html';
  // ok: flow
  sink(full);
}
