const live = require('./live/reader');
const fixed = require('./fixed/reader');

function run() {
  // ruleid: flow
  sink(live.read());
  // ok: flow
  sink(fixed.read());
}
