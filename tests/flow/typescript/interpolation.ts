function url(): void {
  const page = source();
  const host = 'localhost';
  // ruleid: flow
  sink(`https://${host}/${page}`);
  // ok: flow
  sink(`https://${host}/`);
}
