function parse(json) {
  let text = 'none';
  try {
    text = source();
    JSON.parse(json);
    text = 'parsed';
  } catch {
    // ruleid: flow
    sink(text);
    text = 'failed';
  }
  // ok: flow
  sink(text);
}
