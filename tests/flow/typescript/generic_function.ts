function same<T>(value: T): T {
  return value;
}

function size<T extends { length: number }>(value: T): string {
  return value.length > 3 ? 'long' : 'short';
}

function run(): void {
  // ruleid: flow
  sink(same<string>(source()));
  // ok: flow
  sink(size(source()));
}
