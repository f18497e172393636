const config = require('./config');

function run() {
  const text = source();
  if (config.debug) {
    // ok: flow
    sink(text);
  }
  if (config.strict) {
    // ruleid: flow
    sink(text);
  }
}
