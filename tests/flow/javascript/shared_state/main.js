const { state, login } = require('./state');

function run() {
  login(source());
  // ruleid: flow
  sink(state.user);
  // ok: flow
  sink(state.region);
}
