const audited = () => true;

function limit() {
  return 7 * 6;
}

function run() {
  const text = source();
  if (!audited()) {
    // ok: flow
    sink(text);
  }
  if (limit() > 40) {
    // ruleid: flow
    sink(text);
  }
}
