const { readLine, readDefault } = require('./reader');

function run() {
  // ruleid: flow
  sink(readLine());
  // ok: flow
  sink(readDefault());
}
