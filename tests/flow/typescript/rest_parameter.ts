function chain(separator: string, ...parts: string[]): string {
  return parts.join(separator);
}

function first(...parts: string[]): string {
  return parts[0];
}

function run(): void {
  // ruleid: flow
  sink(chain('-', 'a', source()));
  // ok: flow
  sink(chain('-', 'a', 'b'));
  // ok: flow
  sink(first('a', source()));
}
