interface Options {
  title: string;
  size: string;
}

function run(): void {
  const defaults: Options = { title: 'none', size: 'A4' };
  const chosen: Options = { ...defaults, title: source() };
  // ruleid: flow
  sink(chosen.title);
  // ok: flow
  sink(chosen.size);
  const reset: Options = { ...chosen, ...defaults };
  // ok: flow
  sink(reset.title);
}
