function greet() {
  const guest = source();
  const host = 'Sam';
  // ruleid: flow
  sink(`${host} welcomes ${guest}`);
  // ok: flow
  sink(`${host} welcomes everyone`);
}
