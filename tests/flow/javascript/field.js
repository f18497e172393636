function ship() {
  const order = { id: 7 };
  order.address = source();
  // ruleid: flow
  sink(order.address);
  order.address = 'warehouse';
  // ok: flow
  sink(order.address);
}
