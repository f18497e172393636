interface Line {
  product: string;
  unit: string;
}

function invoice(): void {
  const orders: Map<string, Line[]> = new Map();
  orders.set('first', [{ product: source(), unit: 'kg' }]);
  // ruleid: flow
  sink(orders.get('first')![0].product);
  // ok: flow
  sink(orders.get('first')![0].unit);
}
