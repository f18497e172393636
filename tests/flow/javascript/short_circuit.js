function fallback() {
  const nickname = source() || 'anonymous';
  // ruleid: flow
  sink(nickname);
  const city = undefined ?? source();
  // ruleid: flow
  sink(city);
  const country = 'IT' ?? source();
  // ok: flow
  sink(country);
  const street = '' || 'none';
  // ok: flow
  sink(street);
}
