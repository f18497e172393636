function tidy(): void {
  const typed: string = source();
  // ruleid: flow
  sink(typed.trim().toUpperCase().replaceAll('"', ''));
  // ruleid: flow
  sink(typed.slice(0, 12));
  // ruleid: flow
  sink([...typed.split('/')].reverse().join('/'));
  // ok: flow
  sink('fixed'.toUpperCase());
}
