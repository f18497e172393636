function onMessage(handler) {
  handler(null, source());
}

function onTick(handler) {
  handler(null, 'tick');
}

function listen() {
  onMessage((error, text) => {
    // ok: flow
    sink(error);
    // ruleid: flow
    sink(text);
  });
  onTick(function (error, text) {
    // ok: flow
    sink(text);
  });
}
