function framed(text: string): string {
  return '[' + text + ']';
}

function run(): void {
  const typed = framed(source());
  const fixed = framed('fixed');
  // ruleid: flow
  sink(typed);
  // ok: flow
  sink(fixed);
}
