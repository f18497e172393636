function write(text) {
  // ruleid: flow
  sink(text);
}

function writeConstant(text) {
  // ok: flow
  sink(text);
}

function run() {
  write(source());
  writeConstant('fixed');
}
