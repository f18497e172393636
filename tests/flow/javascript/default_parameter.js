function greet(name, suffix = '!') {
  return name + suffix;
}

function ask(text = source()) {
  return text;
}

function run() {
  // ruleid: flow
  sink(greet('you', source()));
  // ok: flow
  sink(greet('you'));
  // ruleid: flow
  sink(ask());
  // ok: flow
  sink(ask('fixed'));
}
