function shout() {
  const words = [source(), 'end'];
  // ruleid: flow
  sink(words.map((word) => word.toUpperCase())[0]);
  // ok: flow
  sink(words.map(() => '-')[0]);
  // ruleid: flow
  sink(words.filter((word) => word.length > 5)[0]);
  // ruleid: flow
  sink(words.reduce((all, word) => all + word, ''));
  words.forEach((word) => {
    // ruleid: flow
    sink(word);
  });
  ['a', 'b'].forEach((word) => {
    // ok: flow
    sink(word);
  });
}
