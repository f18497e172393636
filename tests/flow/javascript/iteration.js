function mailAll() {
  const addresses = [];
  addresses.push(source());
  for (const address of addresses) {
    // ruleid: flow
    sink(address);
  }
  for (const position in addresses) {
    // ok: flow
    sink(position);
  }
}

function mailStaff() {
  const addresses = [];
  addresses.push('staff@localhost');
  for (const address of addresses) {
    // ok: flow
    sink(address);
  }
}
