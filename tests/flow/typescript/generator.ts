function* typed(): Generator<string> {
  for (let round = 0; round < 2; round++) {
    yield source();
  }
}

function* numbers(): Generator<number> {
  yield 1;
  yield* [2, 3];
}

function run(): void {
  for (const text of typed()) {
    // ruleid: flow
    sink(text);
  }
  for (const value of numbers()) {
    // ok: flow
    sink(value);
  }
}
