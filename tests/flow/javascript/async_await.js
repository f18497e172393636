async function fetchText() {
  return source();
}

async function ping() {
  return 'pong';
}

async function work() {
  // ruleid: flow
  sink(await fetchText());
  // ok: flow
  sink(await ping());
  const [text, pong] = await Promise.all([fetchText(), ping()]);
  // ruleid: flow
  sink(text);
  // ok: flow
  sink(pong);
}
