function fill(lines: string[], line: string): void {
  lines.push(line);
}

function run(): void {
  const typed: string[] = [];
  const fixed: string[] = [];
  fill(typed, source());
  fill(fixed, 'fixed');
  // ruleid: flow
  sink(typed[0]);
  // ok: flow
  sink(fixed[0]);
}
