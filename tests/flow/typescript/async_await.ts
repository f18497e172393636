async function receive(): Promise<string> {
  return source();
}

async function readiness(): Promise<string> {
  return 'ready';
}

async function run(): Promise<void> {
  const text = await receive();
  // ruleid: flow
  sink(text);
  // ok: flow
  sink(await readiness());
}
