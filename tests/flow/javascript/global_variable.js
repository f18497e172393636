let lastRequest = 'none';
let lastReply = 'none';

function receive() {
  lastRequest = source();
}

function report() {
  // ruleid: flow
  sink(lastRequest);
  // ok: flow
  sink(lastReply);
}

function run() {
  receive();
  report();
}
