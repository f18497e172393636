function label(prefix, text) {
  return prefix + ': ' + text + this.suffix;
}

function run() {
  const mark = { suffix: '!' };
  // ruleid: flow
  sink(label.call(mark, 'note', source()));
  // ok: flow
  sink(label.call(mark, 'note', 'fixed'));
  // ruleid: flow
  sink(label.apply(mark, [source(), 'fixed']));
  const bound = label.bind({ suffix: source() }, 'note');
  // ruleid: flow
  sink(bound('fixed'));
  const calm = label.bind(mark, 'note');
  // ok: flow
  sink(calm('fixed'));
}
