function parts() {
  const words = ['a', 'b'].concat([source()]);
  // ruleid: flow
  sink(words.join(' '));
  // ruleid: flow
  sink(words.slice(1)[1]);
  // ok: flow
  sink(words.slice(0, 2).join(' '));
  // ruleid: flow
  sink(words.pop());
  // ok: flow
  sink(words.pop());
}
