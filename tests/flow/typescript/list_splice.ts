function edit(): void {
  const lines: string[] = ['one', source(), 'three'];
  lines.splice(0, 1);
  // ruleid: flow
  sink(lines[0]);
  // ok: flow
  sink(lines[1]);
}
