function options() {
  const key = 'color';
  const chosen = {};
  chosen[key] = source();
  chosen['size'] = 'XL';
  // ruleid: flow
  sink(chosen.color);
  // ok: flow
  sink(chosen.size);
  const table = { ['row' + 1]: source(), row2: 'fixed' };
  // ruleid: flow
  sink(table.row1);
  // ok: flow
  sink(table.row2);
}
