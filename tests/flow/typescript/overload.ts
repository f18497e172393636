function show(value: number): string;
function show(value: string): string;
function show(value: number | string): string {
  return 'value ' + value;
}

function run(): void {
  // ruleid: flow
  sink(show(source()));
  // ok: flow
  sink(show(12));
}
