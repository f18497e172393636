const prepare = (text) => clean(text.trim());

function pretend(text) {
  clean(text);
  return text;
}

function run() {
  // ok: flow
  sink(prepare(source()));
  // ruleid: flow
  sink(pretend(source()));
}
