function pad(text: string, left: number): string {
  return left <= 0 ? text : pad(' ' + text, left - 1);
}

function count(text: string, left: number): string {
  return left <= 0 ? 'done' : count(text, left - 1);
}

function run(): void {
  // ruleid: flow
  sink(pad(source(), 2));
  // ok: flow
  sink(count(source(), 2));
}
