class Report {
  write() {
    return '# ' + this.body();
  }
}

class LiveReport extends Report {
  body() {
    return source();
  }
}

class EmptyReport extends Report {
  body() {
    return 'nothing';
  }
}

function publish() {
  // ruleid: flow
  sink(new LiveReport().write());
  // ok: flow
  sink(new EmptyReport().write());
}
