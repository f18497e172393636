function show({ text, width = '10', ...others }) {
  // ruleid: flow
  sink(text);
  // ok: flow
  sink(width);
  // ruleid: flow
  sink(others.note);
}

function run() {
  show({ text: source(), note: source() });
}
