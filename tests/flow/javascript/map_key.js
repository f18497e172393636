function profile() {
  const person = new Map();
  person.set('name', source());
  person.set('country', 'IT');
  // ruleid: flow
  sink(person.get('name'));
  // ok: flow
  sink(person.get('country'));
}
