class Plain {
  format(text) {
    return text;
  }
}

class Masked {
  format(text) {
    return '*'.repeat(text.length);
  }
}

function render() {
  const secret = source();
  let formatter = new Plain();
  // ruleid: flow
  sink(formatter.format(secret));
  formatter = new Masked();
  // ok: flow
  sink(formatter.format(secret));
}
