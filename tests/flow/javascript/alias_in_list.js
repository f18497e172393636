function run() {
  const first = { address: 'none' };
  const second = { address: 'none' };
  const orders = [first, second];
  orders[0].address = source();
  // ruleid: flow
  sink(first.address);
  // ok: flow
  sink(second.address);
}
