function gather(): void {
  let found = '';
  let missed = '';
  const visit = (word: string): void => {
    found = word;
  };
  visit(source());
  // ruleid: flow
  sink(found);
  // ok: flow
  sink(missed);
}
