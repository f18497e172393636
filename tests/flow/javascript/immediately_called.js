const greeting = (function (name) {
  const shown = name + '!';
  // ruleid: flow
  sink(shown);
  return 'hello';
})(source());

// ok: flow
sink(greeting);
