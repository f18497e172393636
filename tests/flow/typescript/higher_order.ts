function convert(): void {
  const rows: string[] = [source(), 'b'];
  // ruleid: flow
  sink(rows.map((row) => row.trim())[0]);
  // ok: flow
  sink(rows.map((row) => typeof row)[0]);
  // ruleid: flow
  sink(rows.find((row) => row !== 'b'));
  // ok: flow
  sink(['x', 'y'].find((row) => row !== 'x'));
}
