class Channel {
  constructor() {
    this.handlers = {};
  }

  on(event, handler) {
    this.handlers[event] = handler;
  }

  emit(event, payload) {
    return this.handlers[event](payload);
  }
}

function run() {
  const channel = new Channel();
  channel.on('echo', (text) => text);
  channel.on('drop', () => 'dropped');
  // ruleid: flow
  sink(channel.emit('echo', source()));
  // ok: flow
  sink(channel.emit('drop', source()));
}
