function shift(): void {
  let before = 'none';
  let now = 'none';
  while (before !== 'end') {
    // ruleid: flow
    sink(before);
    if (before !== 'none') return;
    before = now === 'none' ? 'none' : now;
    now = source();
  }
}

function steady(): void {
  const seen: string[] = [];
  for (const word of ['a', 'b']) {
    seen.push(word);
    // ok: flow
    sink(seen[0]);
    source();
  }
}
