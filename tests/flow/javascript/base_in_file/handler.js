class Handler {
  handle() {
    // ruleid: flow
    sink(this.read());
    // ok: flow
    sink(this.name());
  }

  read() {
    return 'nothing';
  }

  name() {
    return 'handler';
  }
}

module.exports = Handler;
