function store(strict) {
  let text = source();
  if (strict) {
    text = clean(text);
  }
  // ruleid: flow
  sink(text);
}

function storeAlways(strict) {
  const text = source();
  const stored = strict ? clean(text) : clean(text.trim());
  // ok: flow
  sink(stored);
}
