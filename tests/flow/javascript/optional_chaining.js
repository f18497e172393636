function profile() {
  const user = { address: { street: source(), zip: '00100' } };
  // ruleid: flow
  sink(user?.address?.street);
  // ok: flow
  sink(user?.address?.zip);
  // ruleid: flow
  sink(user.address?.street?.trim());
}
