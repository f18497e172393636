class Reader {
  read() {
    return source();
  }
}

class CachedReader extends Reader {
  read() {
    return 'cached';
  }
}

function fresh() {
  const reader = new Reader();
  // ruleid: flow
  sink(reader.read());
}

function cached() {
  const reader = new CachedReader();
  // ok: flow
  sink(reader.read());
}
