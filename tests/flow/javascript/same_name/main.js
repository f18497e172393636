const polite = require('./polite');
const rude = require('./rude');

function run() {
  // ok: flow
  sink(polite.answer(source()));
  // ruleid: flow
  sink(rude.answer(source()));
}
