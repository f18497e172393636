function cells(): void {
  const cells: string[] = ['left', source(), 'right'];
  // ok: flow
  sink(cells[0]);
  // ruleid: flow
  sink(cells[1]);
  cells[1] = 'middle';
  // ok: flow
  sink(cells[1]);
}
