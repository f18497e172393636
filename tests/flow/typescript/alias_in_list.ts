interface Order {
  address: string;
}

function run(): void {
  const first: Order = { address: 'none' };
  const second: Order = { address: 'none' };
  const orders: Order[] = [first, second];
  orders[0].address = source();
  // ruleid: flow
  sink(first.address);
  // ok: flow
  sink(second.address);
}
