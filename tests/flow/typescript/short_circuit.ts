function fill(nothing?: string): void {
  let city = nothing ?? source();
  // ruleid: flow
  sink(city);
  const capital: string = 'Rome';
  city = capital || source();
  // ok: flow
  sink(city);
  let street = '';
  street ||= source();
  // ruleid: flow
  sink(street);
}
