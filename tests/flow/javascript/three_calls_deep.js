function outer(text, note) {
  middle('[' + text + ']', note);
}

function middle(text, note) {
  inner(text, note);
}

function inner(text, note) {
  // ruleid: flow
  sink(text);
  // ok: flow
  sink(note);
}

function run() {
  outer(source(), 'note');
}
