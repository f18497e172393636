function notify(): void {
  const people: Set<string> = new Set();
  people.add(source());
  for (const person of people) {
    // ruleid: flow
    sink(person);
  }
  const staff: Set<string> = new Set(['ann', 'ben']);
  for (const person of staff) {
    // ok: flow
    sink(person);
  }
}
