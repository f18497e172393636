function load(text) {
  return new Promise((resolve) => resolve(text));
}

function run() {
  load(source())
    .then((text) => text.trim())
    .then((text) => {
      // ruleid: flow
      sink(text);
      return 'done';
    })
    .then((text) => {
      // ok: flow
      sink(text);
    });
}
