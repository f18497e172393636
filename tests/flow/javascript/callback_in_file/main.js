const { Bus } = require('./bus');

function run() {
  const bus = new Bus();
  bus.on('order', (payload) => {
    // ruleid: flow
    sink(payload);
  });
  bus.on('tick', (payload) => {
    // ok: flow
    sink(payload);
  });
  bus.emit('order', source());
  bus.emit('tick', 'now');
}
